import { ManifestObject } from '../../../manifest';

/** The namespace that the objects name, where they name a single one; else empty. */
export function soleNamespace(objects: readonly ManifestObject[]): string {
  const named = new Set(objects.map(({ namespace }) => namespace).filter(namespace => namespace !== ''));
  return named.size === 1 ? [...named][0] : '';
}
