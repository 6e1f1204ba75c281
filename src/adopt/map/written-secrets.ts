import { fieldsOf, ManifestObject, objectOf } from '../../manifest';
import { Decision } from '../adopted-app';

/** The Secrets whose values the code has, by the names of their keys alone. */
export function writtenSecrets(objects: readonly ManifestObject[]): Decision[] {
  return objects.filter(({ kind, apiVersion }) => kind === 'Secret' && apiVersion === 'v1').flatMap((object) => {
    const keys = ['data', 'stringData'].flatMap(field => fieldsOf(objectOf(object.get(field)) ?? {})).map(([key]) => key);
    const what = `the code has the values of ${object.name} (${keys.join(', ')}) as they are; keep it out of version control, or make the Secret elsewhere`;
    return keys.length > 0 ? [{ object, what }] : [];
  });
}
