import { rule } from '../../rule';
import { accountOf, rolesByAccount } from '../private/account-roles';
import { natsClients } from '../private/nats-clients';

export const needlessToken = rule({
  code: 'OBJ551',
  title: 'A NATS client gets a token for the Kubernetes API that it does not need',
  severity: 'advice',
  reads: ['workloads', 'set', 'urls', 'variables'],
  why: 'Kubernetes mounts a token of the ServiceAccount into each pod unless told otherwise. Access to NATS needs none, and whoever breaks into the program holds an account of the cluster.',
  repair: 'Write `automountServiceAccountToken: false` into the pod or its ServiceAccount. A workload that calls the API gets a ServiceAccount and a Role of its own.',
  source: '§15',
  check(facts) {
    const { set } = facts;
    const roles = rolesByAccount(set);
    return natsClients(facts).flatMap((workload) => {
      const { object, podPath, podSpec, namespace, kind, name } = workload;
      const account = accountOf(workload);
      const accountName = account.slice(namespace.length + 1);
      const known = set.find('ServiceAccount', namespace, accountName);
      const mayNeedIt = roles.has(account) || (accountName !== 'default' && !known);
      const mounts = podSpec.automountServiceAccountToken ?? known?.get('automountServiceAccountToken') ?? true;
      if (mayNeedIt || mounts === false) return [];
      return [{
        at: { ...object.at(...podPath), part: 'key' },
        message: `the pods of ${kind} ${name} get a token of ServiceAccount ${accountName}, which no role is bound to`,
        fix: 'add automountServiceAccountToken: false',
      }];
    });
  },
});
