import { fullNameOf, ManifestObject, textOf } from '../../manifest';

/** `ConfigMap apps/common-config`; `Job apps/import-…` where the cluster completes the name; what has no name goes by its file. */
export function titleOf(object: ManifestObject): string {
  const { kind, namespace, name, document } = object;
  if (isNamedByCluster(object)) return `${kind} ${fullNameOf({ namespace, name: `${generateName(object)}…` })}`;
  return `${kind} ${name === '' ? `of ${document.file}` : fullNameOf(object)}`;
}

/** Whether the cluster completes the name of an object, so that it can be created and not applied. */
export function isNamedByCluster(object: ManifestObject): boolean {
  return object.name === '' && generateName(object) !== undefined;
}

function generateName(object: ManifestObject): string | undefined {
  return textOf(object.get('metadata', 'generateName'));
}
