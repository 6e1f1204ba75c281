import { fieldsOf, ManifestObject } from '../manifest';

/** The fields of a Kustomization that only say where objects lie. */
const LISTING: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'resources']);

/** Whether an object is for a tool, and says how objects of the cluster are made. */
export function isForTool({ group }: ManifestObject): boolean {
  return group === 'kustomize.config.k8s.io';
}

/** The fields of an object for a tool by which the tool makes something else of the objects than they are. */
export function changingFields({ value }: ManifestObject): string[] {
  return fieldsOf(value).map(([key]) => key).filter(key => !LISTING.has(key));
}
