import { IpRange } from './ip';
import { all, any, Match } from './label-set';
import { End, matchPeer, Peer } from './peer';
import { Pods } from './pods';
import { PolicyRule } from './policy';
import { Selecting } from './policy-set';
import { matchPort, PodPorts, Protocol } from './port-rule';
import { holdPublicAddresses } from './public-addresses';
import { Candidate } from './rule-index';
import { Direction, Verdict } from './verdict';

/** The question that policies answer: whether the pods at one end may talk to the other end. */
export interface Flow {
  readonly direction: Direction;

  /** The pods whose policies are asked: the source for egress, the destination for ingress. */
  readonly subject: Pods;
  readonly other: End;
  readonly protocol: Protocol;

  /** The port of the destination, undefined where it is not known. Policies match the ports of pods, not those of Services. */
  readonly port?: number;
}

/** What decided. */
export type Decider = 'host-network' | 'not-isolated' | 'rule' | 'possible-rule' | 'possible-policy' | 'same-node' | 'no-rule';

/** The answer of the policies of one direction. */
export interface Decision {
  readonly flow: Flow;
  readonly verdict: Verdict;
  readonly decider: Decider;
  readonly selecting: Selecting;

  /** The rules that admit the flow, or those that may. */
  readonly rules: readonly PolicyRule[];
}

/** Whether the policies of one direction let a flow through. */
export function decide(flow: Flow, selecting: Selecting): Decision {
  const answer = (verdict: Verdict, decider: Decider, rules: readonly PolicyRule[] = []): Decision =>
    ({ flow, verdict, decider, selecting, rules });
  const { certain, possible, deniedByOption } = selecting;

  // 1. Policies do not reach pods in the network of their node, and isolate only pods that one of them selects.
  if (flow.subject.hostNetwork) return answer('allowed', 'host-network');
  const isolated = certain.length > 0 || deniedByOption;
  if (!isolated && possible.length === 0) return answer('allowed', 'not-isolated');

  // 2. One rule of one of them is enough.
  const matched = selecting.rules.candidates(flow.other).map(candidate => ({ rule: candidate.rule, match: matchCandidate(candidate, flow) }));
  const sure = new Set(certain);
  const admitting = matched.filter(({ rule, match }) => match === 'yes' && sure.has(rule.policy)).map(({ rule }) => rule);
  if (admitting.length > 0) return answer('allowed', 'rule', admitting);
  const union = flow.other.type === 'host' ? rulesThatHoldPublicAddresses(matched.filter(({ rule }) => sure.has(rule.policy))) : [];
  if (union.length > 0) return answer('allowed', 'rule', union);

  // 3. What is not known may admit it, or may not even isolate the pods.
  const perhaps = matched.filter(({ match }) => match !== 'no').map(({ rule }) => rule);
  const admitsAnyway = !isolated && possible.every(policy => matched.some(({ rule, match }) => match === 'yes' && rule.policy === policy));
  if (admitsAnyway) return answer('allowed', 'rule', matched.filter(({ match }) => match === 'yes').map(({ rule }) => rule));
  if (perhaps.length > 0) return answer('unknown', 'possible-rule', perhaps);
  if (!isolated) return answer('unknown', 'possible-policy');
  if (flow.direction === 'ingress' && flow.other.type === 'pods' && flow.other.pods.hostNetwork) return answer('unknown', 'same-node');
  return answer('blocked', 'no-rule');
}

function matchCandidate({ rule, peers }: Candidate, flow: Flow): Match {
  const ports = matchPortsOf(rule, flow);
  return ports === 'no' ? 'no' : all(ports, matchPeers(peers, flow.other, rule.policy.namespace));
}

/** Whether the ports of a rule admit the port of a flow, or another one. */
export function matchPortsOf(rule: PolicyRule, flow: Flow, port: number | undefined = flow.port): Match {
  if (!rule.ports) return 'yes';
  const served = portsOfDestination(flow);
  return any(rule.ports.map(entry => matchPort(entry, flow.protocol, port, served)));
}

/** Whether the peers of a rule admit the other end of a flow. */
export function matchPeersOf(rule: PolicyRule, { other }: Flow): Match {
  return matchPeers(rule.peers, other, rule.policy.namespace);
}

function matchPeers(peers: readonly Peer[] | undefined, other: End, ownNamespace: string): Match {
  return peers ? any(peers.map(peer => matchPeer(peer, other, ownNamespace))) : 'yes';
}

function portsOfDestination({ direction, subject, other }: Flow): PodPorts {
  if (direction === 'ingress') return subject.ports;
  switch (other.type) {
    case 'pods': return other.pods.ports;
    case 'address': return other.outside ? [] : undefined;
    case 'host':
    case 'node-dns': return [];
    case 'anything': return undefined;
  }
}

/** Rules that together admit every public IPv4 address; none where they do not. */
function rulesThatHoldPublicAddresses(matched: readonly { readonly rule: PolicyRule; readonly match: Match }[]): PolicyRule[] {
  const rules = matched.filter(({ match }) => match === 'maybe').map(({ rule }) => rule);
  const ranges = rules.flatMap(({ peers = [] }) => peers.flatMap((peer): readonly IpRange[] => peer.type === 'addresses' ? peer.ranges : []));
  return holdPublicAddresses(ranges) ? rules : [];
}
