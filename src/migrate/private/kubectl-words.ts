import { Target } from './kustomizations';

/** What tells kubectl the namespace; nothing where the object's is not known. */
export function namespaceWords(namespace: string): string[] {
  return namespace === '' ? [] : ['--namespace', namespace];
}

/** `deployment/quotes --namespace apps`. */
export function targetWords({ kind, name, namespace }: Target): string[] {
  return [`${kind.toLowerCase()}/${name}`, ...namespaceWords(namespace)];
}
