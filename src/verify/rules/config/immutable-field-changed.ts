import { isDeepStrictEqual } from 'util';
import { FieldPath, ManifestObject } from '../../../manifest';
import { rule } from '../../rule';
import { isConfigObject } from '../private/config-object';

const IMMUTABLE: Readonly<Record<string, readonly FieldPath[]>> = {
  Deployment: [['spec', 'selector']],
  DaemonSet: [['spec', 'selector']],
  ReplicaSet: [['spec', 'selector']],
  StatefulSet: [['spec', 'selector'], ['spec', 'serviceName']],
  RoleBinding: [['roleRef']],
  ClusterRoleBinding: [['roleRef']],
  Secret: [['type']],
};

export const immutableFieldChanged = rule({
  code: 'CFG218',
  title: 'A file changes a field that cannot be changed',
  severity: 'error',
  reads: ['objects', 'set'],
  why: 'The API server refuses the update (`field is immutable`), so the deployment stops half-way: the selector of a workload, the role of a binding, the type of a Secret, '
    + 'and the data of a ConfigMap or Secret that the cluster holds as `immutable: true` stay as they were created. '
    + 'Another selector under the same name often means that two systems share a name.',
  repair: 'Give the object a new name, or delete the old one first.',
  source: 'https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-immutable',
  check: ({ objects, set }) => objects.flatMap((object) => {
    const before = set.replaced(object);
    const [path] = before && before.apiVersion === object.apiVersion ? changedFields(before, object) : [];
    if (!path) return [];
    return [{
      at: object.at(...path),
      message: `${path.join('.')} of ${object.kind} ${object.name} differs from the one in the cluster and cannot be changed`,
      fix: 'give the object another name, or delete the one in the cluster first',
    }];
  }),
});

function changedFields(before: ManifestObject, after: ManifestObject): FieldPath[] {
  const fixed = Object.prototype.hasOwnProperty.call(IMMUTABLE, after.kind) ? IMMUTABLE[after.kind] : [];
  const frozen = isConfigObject(after) && before.get('immutable') === true ? [['data'], ['binaryData']] : [];
  return [...fixed, ...frozen].filter((path) => {
    const [old, changed] = [before.get(...path), after.get(...path)];
    return old !== undefined && changed !== undefined && !isDeepStrictEqual(old, changed);
  });
}
