import { listOf, ManifestObject, ManifestSet, objectOf, textOf, Workload } from '../../../manifest';

/** The ServiceAccount of a workload's pods, as `namespace/name`. */
export function accountOf({ namespace, podSpec }: Workload): string {
  return `${namespace}/${textOf(podSpec.serviceAccountName) ?? textOf(podSpec.serviceAccount) ?? 'default'}`;
}

/** The bindings of a set, of both kinds. */
export function bindings(set: ManifestSet): ManifestObject[] {
  return [...set.ofKind('RoleBinding'), ...set.ofKind('ClusterRoleBinding')];
}

/** The ServiceAccounts that a binding is for, as `namespace/name`. */
export function accountsOf(binding: ManifestObject): string[] {
  return listOf(binding.get('subjects')).map(objectOf).flatMap(subject => (subject?.kind === 'ServiceAccount'
    ? [`${textOf(subject.namespace) ?? binding.namespace}/${textOf(subject.name) ?? ''}`]
    : []));
}

/** The roles that bindings of the set give to each ServiceAccount, `namespace/name`; undefined where the role itself is not known. */
export function rolesByAccount(set: ManifestSet): Map<string, (ManifestObject | undefined)[]> {
  const roles = new Map<string, (ManifestObject | undefined)[]>();
  for (const binding of bindings(set)) {
    const kind = textOf(binding.get('roleRef', 'kind')) ?? '';
    const role = set.find(kind, kind === 'ClusterRole' ? '' : binding.namespace, textOf(binding.get('roleRef', 'name')) ?? '');
    for (const account of accountsOf(binding)) roles.set(account, [...roles.get(account) ?? [], role]);
  }
  return roles;
}
