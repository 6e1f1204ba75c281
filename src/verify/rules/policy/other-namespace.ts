import { rule } from '../../rule';
import { isElsewhere } from '../private/elsewhere';
import { endpointNamespace } from '../private/endpoint-namespace';
import { endpointOf, observe, policyOf, stoppedNeeds } from '../private/stopped-needs';

export const otherNamespace = rule({
  code: 'NET303',
  title: 'a rule admits the port of a needed endpoint in another namespace than the endpoint\'s',
  severity: 'error',
  reads: ['needs', 'answer', 'network'],
  why: 'A `podSelector` alone means the policy\'s own namespace, and a `namespaceSelector` the namespaces with that label. When the server is elsewhere, '
    + 'the rule looks right for the port and admits somebody else.',
  repair: 'Select the namespace that the address names, by `kubernetes.io/metadata.name`.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
  checklist: 6,
  *check(facts) {
    for (const stopped of stoppedNeeds(facts, ['egress'], isElsewhere(facts.network))) {
      const namespace = endpointNamespace(stopped.needs[0], facts.network);
      yield observe(stopped, `${policyOf(stopped)} admits another namespace than ${namespace ?? 'that'}, where ${endpointOf(stopped.needs[0])} is,`);
    }
  },
});
