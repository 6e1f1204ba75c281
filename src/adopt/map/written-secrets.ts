import { credentialIn } from '../../address/private/credentials';
import { fieldsOf, ManifestObject, ManifestSet, objectOf } from '../../manifest';
import { Decision } from '../adopted-app';

/** What another variable holds is listed there. */
const REFERENCE = /^\$\([^)]*\)$/;

/** The credentials that the code has, by the names of Secrets, keys and variables alone. */
export function writtenSecrets(objects: readonly ManifestObject[], set: ManifestSet): Decision[] {
  return objects.flatMap(object => [...ofSecret(object), ...ofWorkload(object, set)]);
}

function ofSecret(object: ManifestObject): Decision[] {
  if (object.kind !== 'Secret' || object.apiVersion !== 'v1') return [];
  const keys = ['data', 'stringData'].flatMap(field => fieldsOf(objectOf(object.get(field)) ?? {})).map(([key]) => key);
  const what = `the code has the values of ${object.name} (${keys.join(', ')}) as they are; keep it out of version control, or make the Secret elsewhere`;
  return keys.length > 0 ? [{ object, what }] : [];
}

function ofWorkload(object: ManifestObject, set: ManifestSet): Decision[] {
  return (set.workload(object)?.containers ?? []).flatMap(({ name: container, variables }) => {
    const names = variables.filter(({ name, value = '' }) => !REFERENCE.test(value) && credentialIn(name, value) !== undefined).map(({ name }) => name);
    return [...new Set(names)].map(name =>
      ({ object, what: `the code has the value of ${name} of container ${container} as it is; put it into a Secret that is made elsewhere, and read it by useSecret` }));
  });
}
