import { Json, objectOf } from './json';

const SIGNS = ['apiVersion', 'kind', 'metadata', 'spec'];

/** Whether a document is meant as a Kubernetes object, be it incomplete: the `apiVersion` of a Chart.yaml alone is no sign of one. */
export function looksLikeManifest(value: Json): boolean {
  const object = objectOf(value) ?? {};
  return SIGNS.filter(field => object[field] !== undefined).length > 1;
}
