import { podField, textOf } from '../../../manifest';
import { rule } from '../../rule';
import { nearName } from '../private/near-name';

export const serviceAccountMissing = rule({
  code: 'OBJ520',
  title: 'A workload runs under a ServiceAccount that does not exist',
  severity: 'warning',
  reads: ['workloads', 'set'],
  why: 'The API server takes the workload and refuses each of its pods: "serviceaccount not found". Nothing runs, and the reason stands only in the events of the ReplicaSet or Job.',
  repair: 'Add the ServiceAccount to the namespace of the workload, or correct its name.',
  source: '§15',
  *check({ workloads, set }) {
    for (const workload of workloads) {
      const { value, place } = podField(workload, 'serviceAccountName');
      const name = textOf(value);
      if (!name || name === 'default' || set.presence('ServiceAccount', workload.namespace, name) !== 'absent') continue;
      const others = set.ofKind('ServiceAccount').filter(({ namespace }) => namespace === workload.namespace).map(account => account.name);
      yield {
        at: place,
        severity: set.closedWorld ? 'error' : undefined,
        message: `${workload.kind} ${workload.name} runs as ServiceAccount ${name}, which ${workload.namespace || 'the set'} does not have`,
        fix: `add the ServiceAccount, or name one that is there${nearName(name, others)}`,
      };
    }
  },
});
