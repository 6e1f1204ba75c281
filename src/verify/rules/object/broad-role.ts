import { JsonObject, listOf, ManifestObject, objectOf, textOf } from '../../../manifest';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { accountOf, accountsOf, bindings, rolesByAccount } from '../private/account-roles';
import { natsClients } from '../private/nats-clients';

/** Resources whose objects run pods with any image and any Secret of the namespace. */
const POD_MAKERS: ReadonlySet<string> = new Set(['pods', 'deployments', 'statefulsets', 'daemonsets', 'replicasets', 'jobs', 'cronjobs', 'replicationcontrollers']);

/** Roles of Kubernetes itself that may change workloads. */
const BUILT_IN: ReadonlySet<string> = new Set(['cluster-admin', 'admin', 'edit']);

/** Groups whose objects run pods or hold Secrets; an operator may do anything with those of its own group. */
const WIDE_GROUPS: ReadonlySet<string> = new Set(['*', '', 'apps', 'batch', 'rbac.authorization.k8s.io']);

export const broadRole = rule({
  code: 'OBJ550',
  title: 'A program may do more in the cluster than it needs',
  severity: 'warning',
  reads: ['workloads', 'set', 'urls', 'variables'],
  why: 'A role with `*` is the cluster, or the namespace, for whoever breaks into the program. Create and patch on Jobs or Deployments is nearly the same: '
    + 'a pod with any image can mount any Secret of the namespace.',
  repair: 'List the verbs and resources that the program calls, with `resourceNames` where the objects are known. Access to NATS needs no role at all.',
  source: '§15',
  check(facts) {
    const { workloads, set } = facts;
    const roles = rolesByAccount(set);
    const used = new Set(workloads.flatMap(workload => roles.get(accountOf(workload)) ?? []));
    const ofRoles = [...used].flatMap(role => (role?.origin === 'files' ? listOf(role.get('rules')).flatMap((entry, i) => broadRule(role, objectOf(entry), i) ?? []) : []));
    const accounts = new Set(natsClients(facts).map(accountOf));
    return [...ofRoles, ...bindings(set).flatMap(binding => broadBinding(binding, accounts))];
  },
});

/** A binding that gives the program of a NATS client a role that Kubernetes brings along. */
function broadBinding(binding: ManifestObject, accounts: ReadonlySet<string>): Observation[] {
  const role = textOf(binding.get('roleRef', 'name')) ?? '';
  const account = accountsOf(binding).find(one => accounts.has(one));
  if (binding.origin !== 'files' || binding.get('roleRef', 'kind') !== 'ClusterRole' || !BUILT_IN.has(role) || account === undefined) return [];
  return [{
    at: binding.at('roleRef', 'name'),
    message: `${binding.kind} ${binding.name} gives ServiceAccount ${account.slice(account.indexOf('/') + 1)}, as which a client of NATS runs, the role ${role}`,
    fix: 'bind a role that lists the verbs and resources that the program calls, or none where NATS is all it needs',
  }];
}

function broadRule(role: ManifestObject, entry: JsonObject | undefined, i: number): Observation | undefined {
  const verbs = textsIn(entry?.verbs);
  const resources = textsIn(entry?.resources);
  const isWide = textsIn(entry?.apiGroups).some(group => WIDE_GROUPS.has(group));
  const wild = !isWide ? [] : [...verbs.includes('*') ? ['verb'] : [], ...resources.includes('*') ? ['resource'] : []];
  if (wild.length > 0) {
    return { at: role.at('rules', i), message: `${role.kind} ${role.name} allows every ${wild.join(' on every ')}`, fix: 'list the verbs and resources that the program calls' };
  }
  const makers = resources.filter(resource => POD_MAKERS.has(resource));
  if (makers.length === 0 || !verbs.includes('create') || !verbs.some(verb => verb === 'patch' || verb === 'update') || entry?.resourceNames) return undefined;
  return {
    at: role.at('rules', i),
    severity: 'advice',
    message: `${role.kind} ${role.name} may create and change any of ${makers.join(', ')}, and so run any image with any Secret of the namespace`,
    fix: 'give a rule of its own to each resource, with the verbs that the program calls and resourceNames for those that change objects',
  };
}

function textsIn(value: JsonObject[string]): string[] {
  return listOf(value).flatMap(text => textOf(text) ?? []);
}
