import { sortedLabels } from './labels';
import { EgressPeer, EgressPort, EgressRule, IEndpoint, TransportProtocol } from '../../address/endpoint';

/** The label that every namespace carries since Kubernetes 1.21. */
const NAMESPACE_LABEL = 'kubernetes.io/metadata.name';

/** Rules of either direction: who, on which pod ports. An ingress peer without namespace lives in the policy's own. */
export type PolicyRule = EgressRule;

type CompletePort = Required<EgressPort>;

/**
 * The same flows in the fewest rules, in an order that depends on them alone:
 * a peer occurs once with all its ports, pods are left out where their whole namespace is meant, and peers with the same ports share a rule.
 */
export function mergeRules(rules: readonly PolicyRule[]): PolicyRule[] {
  const portsOfPeer = new Map<string, { peer: EgressPeer; ports: Map<string, CompletePort> }>();
  for (const rule of rules) {
    for (const peer of rule.peers.map(canonicalPeer)) {
      const known = portsOfPeer.get(peerKey(peer)) ?? { peer, ports: new Map() };
      portsOfPeer.set(peerKey(peer), known);
      for (const port of rule.ports.map(completePort)) known.ports.set(portKey(port), port);
    }
  }
  for (const { peer, ports } of portsOfPeer.values()) {
    const whole = peer.podLabels && portsOfPeer.get(peerKey({ namespace: peer.namespace }));
    for (const key of whole?.ports.keys() ?? []) ports.delete(key);
  }
  const ruleOfPorts = new Map<string, { peers: EgressPeer[]; ports: CompletePort[] }>();
  for (const key of [...portsOfPeer.keys()].sort()) {
    const { peer, ports } = portsOfPeer.get(key)!;
    if (ports.size === 0) continue;
    const sorted = [...ports.values()].sort(comparePorts);
    const portsKey = sorted.map(portKey).join();
    const rule = ruleOfPorts.get(portsKey) ?? { peers: [], ports: sorted };
    ruleOfPorts.set(portsKey, rule);
    rule.peers.push(peer);
  }
  return [...ruleOfPorts.values()];
}

/** Whether a client needs any rule for an endpoint; a sidecar is reached without. */
export function needsEgress({ egress, needsDns }: IEndpoint): boolean {
  return needsDns || egress.length > 0;
}

/** The peers of a rule, as Kubernetes spells them. */
export function renderPeers(rule: PolicyRule): object[] {
  return rule.peers.map(renderPeer);
}

/** The ports of a rule, as Kubernetes spells them. */
export function renderPorts(rule: PolicyRule): object[] {
  return rule.ports.map(completePort);
}

function renderPeer({ namespace, podLabels, cidr, except }: EgressPeer): object {
  if (cidr !== undefined) return { ipBlock: { cidr, except } };
  const namespaceSelector = namespace === undefined ? undefined : { matchLabels: { [NAMESPACE_LABEL]: namespace } };
  // A peer needs one selector at least: without a namespace, `{}` is every pod of the policy's own.
  const podSelector = podLabels ? { matchLabels: podLabels } : (namespaceSelector ? undefined : {});
  return { namespaceSelector, podSelector };
}

/** Kubernetes reads empty labels and exceptions as none. */
function canonicalPeer({ namespace, podLabels, cidr, except }: EgressPeer): EgressPeer {
  return {
    namespace,
    podLabels: podLabels && Object.keys(podLabels).length > 0 ? sortedLabels(podLabels) : undefined,
    cidr,
    except: except && except.length > 0 ? [...new Set(except)].sort() : undefined,
  };
}

function completePort({ port, protocol = TransportProtocol.TCP }: EgressPort): CompletePort {
  return { port, protocol };
}

/** Unique for a canonical peer; namespaces sort before address ranges. */
function peerKey({ namespace, podLabels, cidr, except }: EgressPeer): string {
  return JSON.stringify([cidr === undefined ? 0 : 1, namespace ?? '', Object.entries(podLabels ?? {}), cidr ?? '', except ?? []]);
}

function portKey({ port, protocol }: CompletePort): string {
  return `${port}/${protocol}`;
}

function comparePorts(a: CompletePort, b: CompletePort): number {
  return a.port - b.port || (a.protocol < b.protocol ? -1 : 1);
}
