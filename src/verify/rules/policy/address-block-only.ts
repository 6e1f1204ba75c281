import { rule } from '../../rule';
import { endpointOf, observe, policyOf, stoppedNeeds } from '../private/stopped-needs';

export const addressBlockOnly = rule({
  code: 'NET306',
  title: 'only an ipBlock could admit a needed endpoint of the cluster',
  severity: 'advice',
  reads: ['needs', 'answer'],
  why: 'Whether an `ipBlock` matches the addresses of pods is left to the network plugin, and with some plugins it depends on whether the address is rewritten before or after the policy. '
    + 'The connection may work today and stop with the next plugin.',
  repair: 'Select the namespace of the endpoint by `kubernetes.io/metadata.name`, and its pods by their labels; keep `ipBlock` for addresses outside the cluster.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-ipblock-selectors',
  *check(facts) {
    for (const stopped of stoppedNeeds(facts, ['egress'], ({ verdict, reason }) => verdict === 'unknown' && reason === 'ip-block-only')) {
      yield observe(stopped, `${policyOf(stopped)} admits ${endpointOf(stopped.needs[0])} by addresses only`);
    }
  },
});
