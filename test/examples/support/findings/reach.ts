import { BlockList } from 'net';
import { namespaceOf, ObjectSet, selects, Workload } from './object-set';
import { allowances, policyTypes } from '../../../../src/compare/private/policy-lines';
import { Direction } from '../../../../src/reachability';
import { Manifest } from '../../../support/manifests';

/** The other end of a connection: pods by their labels, or an address outside the cluster. */
export type Peer = { readonly namespace: string; readonly labels: Record<string, string> } | 'internet';

/** A port of the pod that is called. */
export interface PodPort {
  readonly port: number;
  readonly protocol?: string;
}

/** Any public address, and any address of a pod in MicroK8s' default range. */
const SAMPLE_ADDRESS = { internet: '9.9.9.9', pod: '10.1.0.10' };

/** What a policy allows: one peer and one port; no peer means everyone, no port all ports. */
interface Allowance {
  readonly peer?: any;
  readonly port?: any;
}

/** The policies that select a workload's pods in a direction. */
export function policiesOf(set: ObjectSet, workload: Workload, direction: Direction): Manifest[] {
  const type = direction === 'egress' ? 'Egress' : 'Ingress';
  return set.ofKind('NetworkPolicy').filter(policy => namespaceOf(policy) === workload.namespace
    && policyTypes(policy).includes(type) && selects(policy.spec.podSelector, workload.podLabels));
}

/** All that policies allow a workload in a direction; undefined where no policy limits it. */
export function allowedFor(set: ObjectSet, workload: Workload, direction: Direction): Allowance[] | undefined {
  const policies = policiesOf(set, workload, direction);
  return policies.length === 0 ? undefined : policies.flatMap(policy => allowances(policy, direction));
}

/** Whether the policies let a workload open a connection to a port of a peer. */
export function mayReach(set: ObjectSet, workload: Workload, peer: Peer, port: PodPort): boolean {
  const allowed = allowedFor(set, workload, 'egress');
  return allowed === undefined || allowed.some(allowance => matchesPeer(set, workload, allowance.peer, peer) && matchesPort(allowance.port, port));
}

/** Whether the policies let anyone at all reach a port of a workload. */
export function isReachable(set: ObjectSet, workload: Workload, port: PodPort): boolean {
  const allowed = allowedFor(set, workload, 'ingress');
  return allowed === undefined || allowed.some(allowance => matchesPort(allowance.port, port));
}

/** Whether a rule's peer is everyone there is. */
export function isAnywhere(peer: any): boolean {
  return !peer || (['0.0.0.0/0', '::/0'].includes(peer.ipBlock?.cidr) && !peer.ipBlock.except?.length);
}

function matchesPeer(set: ObjectSet, workload: Workload, allowed: any, peer: Peer): boolean {
  if (!allowed) return true;
  if (allowed.ipBlock) return inBlock(allowed.ipBlock, peer === 'internet' ? SAMPLE_ADDRESS.internet : SAMPLE_ADDRESS.pod);
  if (peer === 'internet') return false;
  const inNamespace = allowed.namespaceSelector
    ? selects(allowed.namespaceSelector, set.namespaceLabels(peer.namespace))
    : peer.namespace === workload.namespace;
  return inNamespace && selects(allowed.podSelector, peer.labels);
}

/** Named ports never match: the peers' containers are not all known. */
function matchesPort(allowed: any, { port, protocol = 'TCP' }: PodPort): boolean {
  if (!allowed) return true;
  if ((allowed.protocol ?? 'TCP') !== protocol) return false;
  return allowed.port === undefined || (port >= allowed.port && port <= (allowed.endPort ?? allowed.port));
}

function inBlock(block: any, address: string): boolean {
  return inCidr(block.cidr, address) && !(block.except ?? []).some((cidr: string) => inCidr(cidr, address));
}

function inCidr(cidr: string, address: string): boolean {
  const [network, prefix] = cidr.split('/');
  if (network.includes(':')) return false;
  const list = new BlockList();
  list.addSubnet(network, Number(prefix));
  return list.check(address);
}
