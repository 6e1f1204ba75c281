import { LinkReason } from '../../../reachability';
import { rule } from '../../rule';
import { admitEgress } from '../private/admit-egress';
import { endpointOf, observe, policyOf, stoppedNeeds } from '../private/stopped-needs';

const REASONS: readonly LinkReason[] = ['not-admitted', 'no-rules'];

export const egressBlocked = rule({
  code: 'NET302',
  title: 'the policies of a workload do not admit an endpoint that it needs',
  severity: 'error',
  reads: ['needs', 'answer', 'network'],
  why: 'A policy that selects a pod for egress blocks everything that no rule admits. The program times out while it connects, and logs neither the policy nor the port.',
  repair: 'Add a rule for the endpoint: its namespace by `kubernetes.io/metadata.name`, its pods by their labels, and the port of the pods.',
  source: '§8',
  checklist: 6,
  *check(facts) {
    const { needs, network } = facts;
    for (const stopped of stoppedNeeds(facts, ['egress'], ({ verdict, reason }) => verdict === 'blocked' && REASONS.includes(reason))) {
      yield {
        ...observe(stopped, `${policyOf(stopped)} blocks ${endpointOf(stopped.needs[0])}`),
        correct: () => admitEgress(stopped, { needs, network }),
      };
    }
  },
});
