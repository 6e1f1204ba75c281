import { childPath } from './path-text';
import { Members, Tree } from './tree';

/** Where two trees differ. */
export interface TreeDifference {
  readonly path: string;
  readonly before?: Tree;
  readonly after?: Tree;

  /** Whether a whole member of a list or map is meant, which has no default where it is absent. */
  readonly isMember: boolean;
}

/** Where two trees differ, in the order of the fields. */
export function treeDifferences(before: Tree | undefined, after: Tree | undefined, path = '', isMember = false): TreeDifference[] {
  const parts = partsToCompare(before, after);
  if (parts) {
    const keys = [...new Set([...parts.before.keys(), ...parts.after.keys()])];
    const found = keys.flatMap(key => treeDifferences(parts.before.get(key), parts.after.get(key), childPath(path, key), parts.areMembers));
    return [...found, ...orderDifference(before, after, path)];
  }
  if (before && after && 'same' in before && 'same' in after && before.same === after.same) return [];
  return [{ path, before, after, isMember }];
}

interface Parts {
  readonly before: ReadonlyMap<string, Tree>;
  readonly after: ReadonlyMap<string, Tree>;
  readonly areMembers: boolean;
}

const NONE: ReadonlyMap<string, Tree> = new Map();

/** The parts of both sides, where it is they that differ and not the whole. */
function partsToCompare(before: Tree | undefined, after: Tree | undefined): Parts | undefined {
  if (before && after && 'fields' in before && 'fields' in after) return { before: before.fields, after: after.fields, areMembers: false };
  const sides = [before, after].map(tree => (!tree ? NONE : 'members' in tree ? tree.members : undefined));
  return sides[0] && sides[1] ? { before: sides[0], after: sides[1], areMembers: true } : undefined;
}

/** That members which both sides have stand in another order, where that matters. */
function orderDifference(before: Tree | undefined, after: Tree | undefined, path: string): TreeDifference[] {
  if (!isOrdered(before) || !isOrdered(after)) return [];
  const old = [...before.members.keys()].filter(key => after.members.has(key));
  const changed = [...after.members.keys()].filter(key => before.members.has(key));
  if (old.every((key, i) => key === changed[i])) return [];
  return [{ path: `${path}[order]`, before: orderOf(old), after: orderOf(changed), isMember: true }];
}

function isOrdered(tree: Tree | undefined): tree is Members {
  return tree !== undefined && 'members' in tree && tree.ordered === true;
}

function orderOf(keys: readonly string[]): Tree {
  const names = keys.map(key => key.slice(1, -1));
  return { value: names, same: names.join(' ') };
}
