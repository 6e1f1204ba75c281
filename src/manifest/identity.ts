import { ManifestObject } from './manifest-object';
import { isCustom } from './scope';

/** What makes two objects the same to the API server. */
export function identityOf({ namespace, kind, group, name }: ManifestObject): string {
  return idOf(namespace, kind, group, name);
}

/** `apps/quotes`; the name alone where the namespace is not known. */
export function fullNameOf({ namespace, name }: Pick<ManifestObject, 'namespace' | 'name'>): string {
  return namespace === '' ? name : `${namespace}/${name}`;
}

/** The identity of an object by its parts. The groups of Kubernetes itself are left out: some objects are served by two of them. */
export function idOf(namespace: string, kind: string, group: string, name: string): string {
  return isCustom(group) ? `${namespace}/${kind}.${group}/${name}` : `${namespace}/${kind}/${name}`;
}
