import { EgressPeer, EgressPort, EgressRule, TransportProtocol } from '../../address';
import { policyLines, policyTypes } from '../../compare/private/policy-lines';
import { Json, JsonObject, listOf, ManifestObject, objectOf, textsOf } from '../../manifest';
import { Direction } from '../../reachability';
import { array, Expression, imported, literal, object } from '../code';
import { shortened } from '../why-kept';

/** A rule of a NetworkPolicy in the form of the library; `everyPeer` where it names none. */
export interface ReadRule {
  readonly rule: EgressRule;
  readonly everyPeer: boolean;
}

const EVERY_ADDRESS: EgressPeer = { cidr: '0.0.0.0/0' };

/** The directions that a policy limits. */
export function directionsOf(policy: ManifestObject): readonly Direction[] {
  const types = policyTypes(policy.value);
  return [...types.includes('Egress') ? ['egress' as const] : [], ...types.includes('Ingress') ? ['ingress' as const] : []];
}

/** Why the library cannot say a rule of a policy. */
export function whyUnsaid(policy: ManifestObject, direction: Direction, index: number): string {
  const rule = listOf(policy.get('spec', direction))[index];
  const lines = policyLines({ ...policy.value, spec: { [direction]: [rule] } }, direction);
  return `no construct can say spec.${direction}[${index}], ${shortened(lines.join(', '))}`;
}

/** Whether a rule is for the servers of names, wherever they are. */
export function isForNames(value: Json): boolean {
  const rule = objectOf(value);
  const ports = listOf(rule?.ports).map(objectOf);
  return ports.length > 0 && ports.every(port => port?.port === 53 && port.endPort === undefined)
    && listOf(rule?.to).every(peer => Object.keys(labelsOf(objectOf(peer)?.namespaceSelector) ?? { none: '' }).length === 0);
}

/** A rule as the library can say it; undefined where it cannot. */
export function readRule(value: Json, peers: 'to' | 'from', namespace: string | undefined): ReadRule | undefined {
  const rule = objectOf(value);
  const ports = listOf(rule?.ports).map(readPort);
  if (!rule || ports.length === 0 || ports.some(port => port === undefined)) return undefined;
  const named = listOf(rule[peers]).map(peer => readPeer(peer, namespace, peers === 'from'));
  if (named.some(peer => peer === undefined)) return undefined;
  const everyPeer = named.length === 0;
  return { everyPeer, rule: { peers: everyPeer ? [EVERY_ADDRESS] : named as EgressPeer[], ports: ports as EgressPort[] } };
}

/** Whether each flow of a rule is among those of others. */
export function covers(others: readonly EgressRule[], { peers, ports }: EgressRule): boolean {
  return ports.every(port => peers.every(peer => others.some(other =>
    other.ports.some(one => samePort(one, port)) && other.peers.some(one => includes(one, peer)))));
}

/** Whether others open each port of a rule to some peer. */
export function opensPorts(others: readonly EgressRule[], { ports }: EgressRule): boolean {
  return ports.every(port => others.some(other => other.ports.some(one => samePort(one, port))));
}

/** A rule as it is written in an endpoint of its own or in `admits`. */
export function ruleExpression({ peers, ports }: EgressRule): Expression {
  return object({ peers: array(peers.map(peerExpression)), ports: array(ports.map(portExpression)) });
}

/** The ports of a rule for people: `TCP 80, 443`. */
export function portsText({ ports }: Pick<EgressRule, 'ports'>): string {
  const byProtocol = new Map<string, number[]>();
  for (const { port, protocol = TransportProtocol.TCP } of ports) byProtocol.set(protocol, [...byProtocol.get(protocol) ?? [], port]);
  return [...byProtocol].map(([protocol, numbers]) => `${protocol} ${numbers.join(', ')}`).join(', ');
}

function readPort(value: Json): EgressPort | undefined {
  const port = objectOf(value);
  if (typeof port?.port !== 'number' || port.endPort !== undefined) return undefined;
  const protocol = port.protocol ?? 'TCP';
  if (protocol === 'TCP') return { port: port.port };
  return protocol === 'UDP' || protocol === 'SCTP' ? { port: port.port, protocol: protocol as TransportProtocol } : undefined;
}

/** @param isOwn  whether pods without a namespace are those of the policy's */
function readPeer(value: Json, policyNamespace: string | undefined, isOwn: boolean): EgressPeer | undefined {
  const peer = objectOf(value);
  const block = objectOf(peer?.ipBlock);
  if (block) {
    const except = listOf(block.except);
    if (typeof block.cidr !== 'string' || !except.every(range => typeof range === 'string')) return undefined;
    return { cidr: block.cidr, ...except.length > 0 ? { except: except as string[] } : {} };
  }
  const pods = peer?.podSelector === undefined ? {} : labelsOf(peer.podSelector);
  const namespaces = peer?.namespaceSelector === undefined ? undefined : labelsOf(peer.namespaceSelector);
  if (!peer || !pods || (peer.namespaceSelector !== undefined && Object.keys(namespaces ?? {}).join() !== 'kubernetes.io/metadata.name')) return undefined;
  const namespace = namespaces?.['kubernetes.io/metadata.name'] ?? policyNamespace;
  if (namespace === undefined && !isOwn) return undefined;
  return { ...namespace === undefined ? {} : { namespace }, ...Object.keys(pods).length > 0 ? { podLabels: pods } : {} };
}

/** The labels of a selector that has nothing else. */
export function labelsOf(value: Json | undefined): Record<string, string> | undefined {
  const selector: JsonObject | undefined = objectOf(value);
  if (!selector || Object.keys(selector).some(key => key !== 'matchLabels')) return undefined;
  return { ...textsOf(selector.matchLabels) };
}

function samePort(a: EgressPort, b: EgressPort): boolean {
  return a.port === b.port && (a.protocol ?? 'TCP') === (b.protocol ?? 'TCP');
}

function includes(wide: EgressPeer, narrow: EgressPeer): boolean {
  if (wide.cidr !== undefined || narrow.cidr !== undefined) {
    return wide.cidr === narrow.cidr && (wide.except ?? []).every(range => (narrow.except ?? []).includes(range));
  }
  return wide.namespace === narrow.namespace && Object.entries(wide.podLabels ?? {}).every(([key, value]) => narrow.podLabels?.[key] === value);
}

function peerExpression({ namespace, podLabels, cidr, except }: EgressPeer): Expression {
  return object({
    namespace: namespace === undefined ? undefined : literal(namespace),
    podLabels: podLabels && literal({ ...podLabels }),
    cidr: cidr === undefined ? undefined : literal(cidr),
    except: except && literal([...except]),
  });
}

function portExpression({ port, protocol }: EgressPort): Expression {
  return object({ port: literal(port), protocol: protocol && protocol !== TransportProtocol.TCP ? imported('cdk8s-petrosa', `TransportProtocol.${protocol}`) : undefined });
}
