import { rule } from '../../rule';
import { admitDns } from '../private/admit-dns';
import { observe, policyOf, stoppedNeeds } from '../private/stopped-needs';

export const dnsBlocked = rule({
  code: 'NET307',
  title: 'the policies of a workload do not admit the DNS that it needs',
  severity: 'error',
  reads: ['needs', 'answer', 'network'],
  why: 'A policy that selects a pod for egress cuts it off from the cluster\'s DNS as well, unless a rule admits port 53. Then no name resolves, '
    + 'and the program reports a time-out or an unknown host for a server that is fine.',
  repair: 'Admit UDP 53 and TCP 53 to the pods of the cluster\'s DNS in `kube-system`.',
  source: '§14',
  checklist: 6,
  *check(facts) {
    const { network } = facts;
    const stopped = stoppedNeeds(facts, ['dns'], ({ verdict, reason }) => verdict === 'blocked' && reason !== 'not-selected' && reason !== 'namespace-label');
    for (const one of stopped) {
      const named = one.needs.some(({ host }) => host !== undefined);
      yield {
        ...observe(one, `${policyOf(one)} blocks the DNS`),
        severity: named ? undefined : 'warning',
        correct: () => admitDns(one, network),
      };
    }
  },
});
