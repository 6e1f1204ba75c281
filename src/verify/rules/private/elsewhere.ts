import { endpointNamespace } from './endpoint-namespace';
import { namedNamespace } from './named-namespace';
import { PeerAt, peersOf, placeKey } from './peer-at';
import { Link, LinkReason, Network } from '../../../reachability';
import { Need } from '../../facts/facts';

const REASONS: readonly LinkReason[] = ['other-namespace', 'namespace-label'];

/** Whether a rule on the way admits another namespace than the endpoint's: by where the policy is, or by the name in its selector, whatever the label. */
export function isElsewhere(network: Network): (link: Link, need: Need) => boolean {
  const peers = new Map<string, PeerAt>(network.policySet.policies.flatMap(peersOf).map(at => [placeKey(at.place), at]));
  return ({ kind, verdict, reason, place }, need) => {
    if (kind !== 'egress' || verdict !== 'blocked' || !REASONS.includes(reason)) return false;
    if (reason === 'other-namespace') return true;
    const peer = place && peers.get(placeKey(place))?.peer;
    const named = peer?.type === 'pods' ? namedNamespace(peer.namespaces) : undefined;
    const namespace = endpointNamespace(need, network);
    return named !== undefined && namespace !== undefined && named !== namespace;
  };
}
