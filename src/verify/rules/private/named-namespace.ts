import { Selector } from '../../../reachability/selector';

/** The label by which Kubernetes names each namespace. */
export const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';

/** Labels by which people mean the name of a namespace. Kubernetes sets the first one only. */
const NAME_LABELS = [NAMESPACE_NAME_LABEL, 'name', 'namespace'];

/** Whether people mean the name of a namespace by this label. */
export function meansNamespaceName(label: string): boolean {
  return NAME_LABELS.includes(label);
}

/** The namespace that a selector means by its name; undefined where it does not name one. */
export function namedNamespace(namespaces: Selector | undefined): string | undefined {
  const named = namespaces?.requirements.find(({ key, operator, values }) => meansNamespaceName(key) && operator === 'In' && values.length === 1);
  return named?.values[0];
}
