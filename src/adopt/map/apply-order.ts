import { ManifestObject } from '../../manifest';

/** Kinds that the API server has to know before what uses them, in this order. */
const NEEDED_FIRST: readonly string[] = [
  'Namespace', 'CustomResourceDefinition', 'PriorityClass', 'StorageClass', 'ServiceAccount',
  'ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding',
];

/** The objects that are applied before workloads, and those after them. */
export function inApplyOrder(objects: readonly ManifestObject[]): { readonly first: readonly ManifestObject[]; readonly last: readonly ManifestObject[] } {
  return {
    first: NEEDED_FIRST.flatMap(kind => objects.filter(object => object.kind === kind)),
    last: objects.filter(({ kind }) => !NEEDED_FIRST.includes(kind)),
  };
}
