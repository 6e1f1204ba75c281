import { Json } from '../../manifest';

/**
 * An object in the form in which two of them are compared: where Kubernetes ignores the order there is none, and what
 * means the same is the same.
 */
export type Tree = Leaf | Fields | Members;

/** A value without parts; two of them are the same where `same` is. */
export interface Leaf {
  readonly value: Json;
  readonly same: string;
}

/** A structure: where one side has none, that is one difference. */
export interface Fields {
  readonly fields: ReadonlyMap<string, Tree>;
}

/** A list or map of things that stand for themselves: where one side lacks it, each member is a difference. */
export interface Members {
  readonly members: ReadonlyMap<string, Tree>;

  /** Whether the order of the members, that of the map, is a fact of its own. */
  readonly ordered?: boolean;
}

/** The tree as a plain value, for messages. */
export function plainValue(tree: Tree): Json {
  if ('value' in tree) return tree.value;
  const parts = 'fields' in tree ? tree.fields : tree.members;
  return Object.fromEntries([...parts].map(([key, part]) => [key, plainValue(part)]));
}
