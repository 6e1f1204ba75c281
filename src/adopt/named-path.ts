import { listKey } from '../compare/private/list-keys';
import { childPath, mapKey, memberKey } from '../compare/private/path-text';
import { isCustom, Json, listOf, ManifestObject, objectOf, valueAt } from '../manifest';

/** The path of a finding, `spec.containers[0].env[3].value`, as differences are named: `spec.containers[api].env[NATS_URL].value`. */
export function namedPath(object: ManifestObject, path: string): string {
  const steps: (string | number)[] = [];
  let named = '';
  for (const step of stepsOf(path)) {
    named = childPath(named, typeof step === 'number' ? memberOf(object, steps, step) : mapKey(step));
    steps.push(step);
  }
  return named;
}

function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([^.[\]]+)/g)]
    .map(([, index, key, plain]) => index !== undefined ? Number(index) : plain ?? JSON.parse(key) as string);
}

/** How a difference names a member of a list. */
function memberOf(object: ManifestObject, list: readonly (string | number)[], index: number): string {
  const members: readonly Json[] = listOf(valueAt(object.value, list));
  const member = objectOf(members[index]);
  const key = listKey(`${list.at(-1)}`, members, isCustom(object.group));
  return memberKey(key && member ? key.of(member) : `${index}`);
}
