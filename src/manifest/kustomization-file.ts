import { basename } from 'path';
import { Json, objectOf } from './json';

/** The files that kustomize looks for in a folder. */
const NAMES: ReadonlySet<string> = new Set(['kustomization.yaml', 'kustomization.yml', 'Kustomization']);

/** Whether a file is a kustomization by its name. */
export function isKustomizationFile(file: string): boolean {
  return NAMES.has(basename(file));
}

/** A document with the kind and the API version that kustomize takes from the name of its file where it has none. */
export function typedByFile(file: string, value: Json): Json {
  const object = objectOf(value);
  return object && isKustomizationFile(file) ? { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', ...object } : value;
}
