import * as kplus from 'cdk8s-plus-28';
import { KubernetesApi } from '../../address/kubernetes-api';
import { constructError } from '../../app/private/errors';
import { claimName } from '../../app/private/names';

/** Gives a workload a ServiceAccount of its own, unless it has one, with a Role for the endpoint's rules; tells the account's name. */
export function grantApiAccess(workload: kplus.Workload, api: KubernetesApi, labels: Readonly<Record<string, string>>): string {
  const { name, metadata: { namespace } } = workload;
  if (workload.node.tryFindChild('role')) throw constructError(workload, 'it connects to the Kubernetes API twice', 'give one KubernetesApi all rules');
  const metadata = { name, namespace, labels: { ...labels } };
  for (const kind of ['Role', 'RoleBinding']) claimName(workload, kind, namespace, name);
  const account = workload.serviceAccount?.name ?? ownAccount(workload, metadata);
  new kplus.k8s.KubeRole(workload, 'role', { metadata, rules: api.rules });
  new kplus.k8s.KubeRoleBinding(workload, 'role-binding', {
    metadata,
    subjects: [{ kind: 'ServiceAccount', name: account, namespace }],
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
  });
  return account;
}

function ownAccount(workload: kplus.Workload, metadata: kplus.k8s.ObjectMeta): string {
  claimName(workload, 'ServiceAccount', metadata.namespace, workload.name);
  // The pod asks for its token itself, so that no other pod gets one by naming the account.
  new kplus.k8s.KubeServiceAccount(workload, 'service-account', { metadata, automountServiceAccountToken: false });
  return workload.name;
}
