import { ManifestObject } from '../../manifest';

/** Kinds that the API server has to know before what uses them, in this order. */
const NEEDED_FIRST: readonly string[] = [
  'Namespace', 'CustomResourceDefinition', 'PriorityClass', 'StorageClass', 'ServiceAccount',
  'ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding',
];

/** Objects beside workloads, by when they are applied. */
export interface ApplyOrder {
  readonly first: readonly ManifestObject[];
  readonly last: readonly ManifestObject[];
}

/** The objects that are applied before workloads, and those after them. */
export function inApplyOrder(objects: readonly ManifestObject[]): ApplyOrder {
  return {
    first: NEEDED_FIRST.flatMap(kind => objects.filter(object => object.kind === kind)),
    last: objects.filter(({ kind }) => !NEEDED_FIRST.includes(kind)),
  };
}
