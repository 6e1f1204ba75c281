import { mayMention, mentionedNames } from './mentions';
import { ManifestSet } from '../../../manifest';

/** Controllers put these into every namespace. */
const EVERYWHERE = ['kube-root-ca.crt', 'openshift-service-ca.crt', 'istio-ca-root-cert'];

/**
 * The names of ConfigMaps and Secrets that something may make or fill in the cluster: a custom resource of the same name (`ExternalSecret`, `SealedSecret`),
 * one that names it (`Certificate`), an annotation.
 */
export function generatedNames({ all }: ManifestSet): ReadonlySet<string> {
  const names = mentionedNames(all);
  for (const object of all) {
    if (mayMention(object)) names.add(object.name);
  }
  for (const name of EVERYWHERE) names.add(name);
  return names;
}
