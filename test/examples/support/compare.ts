import { fieldChanges } from '../../../src/compare';
import { JsonObject } from '../../../src/manifest';
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
  return fieldChanges(real as JsonObject, rendered as JsonObject)
    .map(({ path, before, after }) => ({ ...nameOf(rendered), path, real: before, rendered: after }));
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
