import { PolicyView } from './policy-view';
import { Place } from '../../../manifest';
import { Network } from '../../../reachability';
import { Policy, PolicyRule } from '../../../reachability/policy';

/** The policy that a field is in. */
export function policyAt(place: Place | undefined, network: Network): Policy | undefined {
  return place && PolicyView.of(network).policy(place.object);
}

/** The rule that a field of a policy is in, or is. */
export function ruleAt(place: Place | undefined, network: Network): PolicyRule | undefined {
  const policy = policyAt(place, network);
  const rules = place?.path[1] === 'egress' ? policy?.egress : policy?.ingress;
  return rules?.find(({ index }) => index === place?.path[2]);
}
