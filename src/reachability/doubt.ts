import { LinkReason } from './answer';
import { Flow, matchPeersOf, matchPortsOf } from './decide';
import { matchNamespace, matchPeer, Peer } from './peer';
import { Pods } from './pods';
import { PolicyRule } from './policy';

/** Which fact decides whether a rule admits a flow. */
export interface Doubt {
  readonly rule: PolicyRule;
  readonly reason: LinkReason;
  readonly about: 'namespace-label' | 'namespace-name' | 'address-block' | 'pod-labels' | 'node-network' | 'is-pod' | 'host-address' | 'unknown-end' | 'port';

  /** Index of the entry of `from` or `to`; undefined where the port is in doubt. */
  readonly peer?: number;
}

/** The most telling doubts first. */
const ORDER: readonly Doubt['about'][] =
  ['namespace-label', 'namespace-name', 'node-network', 'pod-labels', 'port', 'is-pod', 'host-address', 'address-block', 'unknown-end'];

/** The fact that decides whether one of the rules admits a flow. */
export function doubtOf(rules: readonly PolicyRule[], flow: Flow): Doubt | undefined {
  const doubts = rules.flatMap(rule => doubtsOfRule(rule, flow));
  return [...doubts].sort((a, b) => ORDER.indexOf(a.about) - ORDER.indexOf(b.about))[0];
}

function doubtsOfRule(rule: PolicyRule, flow: Flow): Doubt[] {
  const isPortInDoubt = matchPortsOf(rule, flow) === 'maybe';
  if (matchPeersOf(rule, flow) === 'yes') return isPortInDoubt ? [{ rule, about: 'port', reason: 'not-known' }] : [];
  return (rule.peers ?? []).flatMap((peer, index): Doubt[] => {
    if (matchPeer(peer, flow.other, rule.policy.namespace) !== 'maybe') return [];
    const about = doubtOfPeer(peer, flow, rule.policy.namespace);
    // Where the port is in doubt too, it is not the block alone that decides.
    return [{ rule, peer: index, about, reason: isPortInDoubt && about === 'address-block' ? 'not-known' : reasonOf(about) }];
  });
}

function doubtOfPeer(peer: Peer, { other }: Flow, ownNamespace: string): Doubt['about'] {
  switch (other.type) {
    case 'host':
    case 'node-dns': return 'host-address';
    case 'anything': return 'unknown-end';
    case 'address': return 'is-pod';
    case 'pods': return doubtOfPods(peer, other.pods, ownNamespace);
  }
}

function doubtOfPods(peer: Peer, pods: Pods, ownNamespace: string): Doubt['about'] {
  if (peer.type !== 'pods') return 'address-block';
  if (matchNamespace(peer.namespaces, pods, ownNamespace) === 'maybe') {
    // A selector asks for labels of the pods' namespace, whatever that of the policy is.
    return peer.namespaces && pods.namespace !== '' ? 'namespace-label' : 'namespace-name';
  }
  return peer.pods.match(pods.labels) === 'maybe' ? 'pod-labels' : 'node-network';
}

function reasonOf(about: Doubt['about']): LinkReason {
  switch (about) {
    case 'namespace-label': return 'namespace-label';
    case 'address-block': return 'ip-block-only';
    default: return 'not-known';
  }
}
