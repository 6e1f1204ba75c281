import { identityOf, ManifestObject, ManifestSet } from '../../manifest';

/** The object of the files of a set that is the same to the API server. */
export function findIn(set: ManifestSet, wanted: ManifestObject): ManifestObject | undefined {
  const found = set.find(wanted.kind, wanted.namespace, wanted.name);
  return found?.origin === 'files' && identityOf(found) === identityOf(wanted) ? found : undefined;
}
