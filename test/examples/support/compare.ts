import { canonical, plainValue, Tree } from './canonical';
import { childPath } from './field-path';
import { Manifest } from '../../support/manifests';

/** What tells an object from all others. */
export interface ObjectName {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** A field in which a rendered object differs from the real one; a side that lacks the field is undefined. */
export interface Difference extends ObjectName {
  readonly path: string;
  readonly real?: unknown;
  readonly rendered?: unknown;
}

/** The result of a comparison; renamed objects have their new name. */
export interface Comparison {
  readonly differences: readonly Difference[];
  /** Objects that both have. */
  readonly compared: readonly ObjectName[];
  /** Real objects that are not rendered. */
  readonly dropped: readonly ObjectName[];
  /** Rendered objects that the real manifests do not have. */
  readonly added: readonly ObjectName[];
}

/** A real object that is rendered under another name. */
export interface Rename {
  readonly kind: string;
  readonly name: string;
  readonly renamed: string;
}

/**
 * Compares two sets of objects by kind, namespace and name, field by field.
 *
 * @throws where a set has two objects of one kind, namespace and name.
 */
export function compareObjects(real: readonly Manifest[], rendered: readonly Manifest[], renames: readonly Rename[] = []): Comparison {
  const reals = byKey(real.map(object => applyRename(object, renames)), 'real');
  const rendereds = byKey(rendered, 'rendered');
  const both = [...rendereds].filter(([key]) => reals.has(key));
  return {
    differences: both.flatMap(([key, object]) => compareObject(reals.get(key)!, object)),
    compared: both.map(([, object]) => nameOf(object)),
    dropped: [...reals].filter(([key]) => !rendereds.has(key)).map(([, object]) => nameOf(object)),
    added: [...rendereds].filter(([key]) => !reals.has(key)).map(([, object]) => nameOf(object)),
  };
}

function compareObject(real: Manifest, rendered: Manifest): Difference[] {
  return treeDifferences('', canonical(real), canonical(rendered)).map(found => ({ ...nameOf(rendered), ...found }));
}

function treeDifferences(path: string, real: Tree | undefined, rendered: Tree | undefined): Pick<Difference, 'path' | 'real' | 'rendered'>[] {
  const parts = partsToCompare(real, rendered);
  if (parts) {
    const keys = [...new Set(parts.flatMap(part => [...part.keys()]))];
    return keys.flatMap(key => treeDifferences(childPath(path, key), parts[0].get(key), parts[1].get(key)));
  }
  if (real && rendered && 'same' in real && 'same' in rendered && real.same === rendered.same) return [];
  return [{ path, real: real && plainValue(real), rendered: rendered && plainValue(rendered) }];
}

const NONE: ReadonlyMap<string, Tree> = new Map();

/** The parts of both sides, where it is they that differ and not the whole. */
function partsToCompare(real: Tree | undefined, rendered: Tree | undefined): [ReadonlyMap<string, Tree>, ReadonlyMap<string, Tree>] | undefined {
  if (real && rendered && 'fields' in real && 'fields' in rendered) return [real.fields, rendered.fields];
  const areMembers = [real, rendered].every(tree => !tree || 'members' in tree) && (real ?? rendered) !== undefined;
  if (!areMembers) return undefined;
  return [membersOf(real), membersOf(rendered)];
}

function membersOf(tree: Tree | undefined): ReadonlyMap<string, Tree> {
  return tree && 'members' in tree ? tree.members : NONE;
}

function nameOf({ kind, metadata: { namespace, name } }: Manifest): ObjectName {
  return namespace === undefined ? { kind, name } : { kind, namespace, name };
}

function applyRename(object: Manifest, renames: readonly Rename[]): Manifest {
  const rename = renames.find(({ kind, name }) => kind === object.kind && name === object.metadata.name);
  return rename ? { ...object, metadata: { ...object.metadata, name: rename.renamed } } : object;
}

function byKey(objects: readonly Manifest[], side: string): Map<string, Manifest> {
  const found = new Map<string, Manifest>();
  for (const object of objects) {
    const { kind, metadata: { namespace = '', name } } = object;
    const key = `${kind} ${namespace}/${name}`;
    if (found.has(key)) throw new Error(`two ${side} objects are ${key}`);
    found.set(key, object);
  }
  return found;
}
