import { groupBy } from '../../../manifest';
import { PolicyRule } from '../../../reachability/policy';
import { Correction } from '../../correction';
import { Facts } from '../../facts/facts';
import { rule } from '../../rule';
import { admitEgress } from '../private/admit-egress';
import { egressRulesInUse, RulesInUse } from '../private/egress-rules-in-use';
import { isElsewhere } from '../private/elsewhere';
import { endpointNamespace } from '../private/endpoint-namespace';
import { endpointPods } from '../private/endpoint-pods';
import { movePeer } from '../private/move-peer';
import { placeKey } from '../private/peer-at';
import { ruleAt } from '../private/rule-at';
import { onePort } from '../private/rule-ports';
import { endpointOf, observe, policyOf, StoppedNeeds, stoppedNeeds } from '../private/stopped-needs';

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
    const all = stoppedNeeds(facts, ['egress'], isElsewhere(facts.network));
    let inUse: RulesInUse | undefined;
    const isInUse = ({ policy, index }: PolicyRule): boolean => (inUse ??= egressRulesInUse(facts)).has(policy.object, index);
    const atPlace = groupBy(all, ({ at }) => placeKey(at));
    for (const stopped of all) {
      const namespace = endpointNamespace(stopped.needs[0], facts.network);
      yield {
        ...observe(stopped, `${policyOf(stopped)} admits another namespace than ${namespace ?? 'that'}, where ${endpointOf(stopped.needs[0])} is,`),
        correct: () => moveOrAdmit(stopped, atPlace.get(placeKey(stopped.at))!, isInUse, facts),
      };
    }
  },
});

/** The right namespace in the peer, where its rule is for the endpoints of one namespace and lets nothing else through; else a rule beside it. */
function moveOrAdmit(
  stopped: StoppedNeeds, others: readonly StoppedNeeds[], isInUse: (one: PolicyRule) => boolean, facts: Pick<Facts, 'needs' | 'network'>,
): Correction {
  const { network } = facts;
  const endpoint = endpointPods(stopped.needs[0], network);
  const near = ruleAt(stopped.link.place, network);
  const namespaces = new Set(others.flatMap(({ needs }) => needs.map(need => endpointNamespace(need, network))));
  const isForIt = endpoint && near?.policy.object.origin === 'files' && near.peers?.length === 1 && namespaces.size === 1
    && near.ports?.every(entry => endpoint.ports.includes(onePort(entry) ?? NaN)) && !isInUse(near);
  const edits = isForIt ? movePeer(stopped.at, endpoint.pods.namespace) : undefined;
  return edits ? { edits } : admitEgress(stopped, facts);
}
