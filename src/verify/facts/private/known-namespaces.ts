import { ManifestSet } from '../../../manifest';

const NAMESPACES = new WeakMap<ManifestSet, ReadonlySet<string>>();

/** Whether the files or the state have the namespace, or an object in it. */
export function isListedNamespace(namespace: string, set: ManifestSet): boolean {
  let known = NAMESPACES.get(set);
  if (!known) {
    known = new Set([...set.ofKind('Namespace').map(({ name }) => name), ...set.all.map(object => object.namespace)]);
    NAMESPACES.set(set, known);
  }
  return known.has(namespace);
}
