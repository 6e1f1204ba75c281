import { listOf, ManifestObject, ManifestSet, objectOf, Place, textOf } from '../../../manifest';
import { rule } from '../../rule';
import { nearName } from '../private/near-name';

/** Roles that each cluster has. */
const BUILT_IN = /^(cluster-admin|admin|edit|view|system:.*)$/;

/** What a binding refers to. */
interface Target {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly place: Place;
}

export const bindingTargetMissing = rule({
  code: 'OBJ521',
  title: 'A binding names a role or ServiceAccount that does not exist',
  severity: 'warning',
  reads: ['objects', 'set'],
  why: 'The API server takes a binding to what does not exist. The pods have no rights then, and each of their calls ends in 403. '
    + 'Whoever creates an object of that name later gets the rights.',
  repair: 'Correct the name or the namespace, or add what is missing.',
  source: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
  *check({ objects, set }) {
    for (const object of objects.filter(({ kind, group }) => (kind === 'RoleBinding' || kind === 'ClusterRoleBinding') && group === 'rbac.authorization.k8s.io')) {
      for (const { kind, namespace, name, place } of targetsOf(object)) {
        if (set.presence(kind, namespace, name) !== 'absent' && !isInOtherNamespace(set, kind, namespace, name)) continue;
        const others = set.ofKind(kind).filter(other => other.namespace === namespace).map(other => other.name);
        yield {
          at: place,
          severity: set.closedWorld ? 'error' : undefined,
          message: `${object.kind} ${object.name} names ${kind} ${name}, which ${namespace || 'the cluster'} does not have`,
          fix: `correct the name or the namespace, or add the ${kind}${nearName(name, others)}`,
        };
      }
    }
  },
});

function targetsOf(object: ManifestObject): Target[] {
  const kind = textOf(object.get('roleRef', 'kind'));
  const name = textOf(object.get('roleRef', 'name'));
  const role: Target[] = kind !== undefined && name !== undefined && !BUILT_IN.test(name)
    ? [{ kind, name, namespace: kind === 'ClusterRole' ? '' : object.namespace, place: object.at('roleRef', 'name') }]
    : [];
  const subjects = listOf(object.get('subjects')).flatMap((subject, i): Target[] => {
    const entry = objectOf(subject);
    const account = textOf(entry?.name);
    if (entry?.kind !== 'ServiceAccount' || account === undefined || account === 'default') return [];
    return [{ kind: 'ServiceAccount', name: account, namespace: textOf(entry.namespace) ?? object.namespace, place: object.at('subjects', i, 'name') }];
  });
  return [...role, ...subjects];
}

/** Whether the files hold the object of that name, once, and in another namespace. */
function isInOtherNamespace(set: ManifestSet, kind: string, namespace: string, name: string): boolean {
  if (namespace === '' || set.presence(kind, namespace, name) === 'present') return false;
  const found = set.ofKind(kind).filter(other => other.name === name);
  return found.length > 0 && found.every(other => other.namespace !== '');
}
