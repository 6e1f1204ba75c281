import { Place } from '../../../manifest';
import { Peer } from '../../../reachability/peer';
import { peerPath, Policy, PolicyRule } from '../../../reachability/policy';

/** A peer of a policy, with the field where it stands. */
export interface PeerAt {
  readonly peer: Peer;
  readonly rule: PolicyRule;
  readonly place: Place;
}

/** The peers of a policy in the directions that it limits. */
export function peersOf(policy: Policy): PeerAt[] {
  const rules = (['egress', 'ingress'] as const).filter(direction => policy.directions.has(direction)).flatMap(direction => policy[direction]);
  return rules.flatMap(rule => (rule.peers ?? []).map((peer, i) => ({ peer, rule, place: policy.object.at(...peerPath(rule, i)) })));
}

/** The same for the same field of the same object. */
export function placeKey({ object, path }: Place): string {
  return `${object.id} ${path.join('.')}`;
}
