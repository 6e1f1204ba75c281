import { Selector } from '../../../reachability/selector';

/** Labels by which people mean the name of a namespace. Kubernetes sets the first one only. */
const NAME_LABELS = ['kubernetes.io/metadata.name', 'name', 'namespace'];

/** The namespace that a selector means by its name; undefined where it does not name one. */
export function namedNamespace(namespaces: Selector | undefined): string | undefined {
  const named = namespaces?.requirements.find(({ key, operator, values }) => NAME_LABELS.includes(key) && operator === 'In' && values.length === 1);
  return named?.values[0];
}
