import { rule } from '../../rule';
import { admitIngress } from '../private/admit-ingress';
import { targetService } from '../private/endpoint-namespace';
import { endpointOf, observe, stoppedNeeds } from '../private/stopped-needs';

export const ingressBlocked = rule({
  code: 'NET309',
  title: 'the policies of an endpoint do not admit a workload that needs it',
  severity: 'error',
  reads: ['needs', 'answer', 'network'],
  why: 'A connection needs two permissions: egress at its source and ingress at its destination. With the second one missing the client times out, and its own policies look right.',
  repair: 'Add an ingress rule at the destination that selects the client\'s pods, and their namespace if it is another one.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
  checklist: 6,
  *check(facts) {
    const stopped = stoppedNeeds(facts, ['ingress'], ({ verdict, reason }, need) => {
      if (verdict !== 'blocked' || reason === 'namespace-label' || reason === 'service-port-in-policy') return false;
      // A Service among the files that nobody admits is reported once, by itself.
      return reason !== 'not-selected' || targetService(need, facts.network)?.object.origin !== 'files';
    });
    for (const one of stopped) {
      yield { ...observe(one, `no ingress policy lets ${endpointOf(one.needs[0])} be reached`), correct: () => admitIngress(one, facts.network) };
    }
  },
});
