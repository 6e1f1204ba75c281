import { MapContext } from './map-context';
import { covers, opensPorts, portsText, readRule, ReadRule, ruleExpression } from './policy-rules';
import { withAllComments } from './with-comments';
import { EgressRule, TransportProtocol } from '../../address';
import { groupBy, Json, listOf, ManifestObject, objectOf } from '../../manifest';
import { array, Expression, literal, object } from '../code';

/** What an egress policy of the input becomes where the derived one takes its name. */
export interface EgressPlan {
  readonly policy: ManifestObject;

  /** The rules that no connection covers, as an endpoint of their own. */
  readonly further?: Expression;
}

const DNS: EgressRule = {
  peers: [{ namespace: 'kube-system', podLabels: { 'k8s-app': 'kube-dns' } }],
  ports: [{ port: 53, protocol: TransportProtocol.UDP }, { port: 53 }],
};

/** A rule that is written as it is. */
export interface KeptRule {
  readonly read: ReadRule;

  /** Its place among the rules of the policy. */
  readonly index: number;
}

/** What is known of the connections of the workloads that a policy selects. */
export interface SelectedEgress {
  /** What the declared ones open. */
  readonly derived: readonly EgressRule[];

  /** The ports of servers of which nobody knows where they are. */
  readonly unknownPorts: ReadonlySet<number>;
}

/** How the derived policy replaces one of the input; undefined where the library cannot say a rule. */
export function egressPlan(policy: ManifestObject, { derived, unknownPorts }: SelectedEgress, context: MapContext): EgressPlan | undefined {
  const values = listOf(policy.get('spec', 'egress'));
  const rules = values.map(value => readRule(value, 'to', policy.namespace || undefined));
  const opened = [...derived, DNS];
  const kept: KeptRule[] = [];
  for (const [index, read] of rules.entries()) {
    const code = context.findingAt(policy, ['spec', 'egress', index]);
    // A rule for everybody is one for addresses in the library, and the server may be a pod.
    if (read?.everyPeer && read.rule.ports.some(({ port }) => unknownPorts.has(port))) return undefined;
    if (read && covers(opened, read.rule)) continue;
    if (read && (isNamed(read, opened) || (code !== undefined && opensPorts(opened, read.rule)))) continue;
    if (!read && mayBeReplaced(values[index], opened, code !== undefined ? undefined : unknownPorts)) continue;
    if (!read) return undefined;
    kept.push({ read, index });
  }
  context.because(policy, 'spec.egress', { why: 'the policy opens what is connected to, and nothing twice' });
  return { policy, further: kept.length > 0 ? endpointOf(policy, kept, true) : undefined };
}

/** A rule for a whole namespace, or for everybody, of which the connections name the pods. */
function isNamed({ rule, everyPeer }: ReadRule, opened: readonly EgressRule[]): boolean {
  if (everyPeer) return rule.ports.every(({ port }) => port === 53);
  return rule.peers.every(peer => peer.namespace !== undefined && opened.some(({ peers, ports }) =>
    peers.some(({ namespace }) => namespace === peer.namespace) && rule.ports.every(({ port }) => ports.some(one => one.port === port))));
}

/**
 * Whether connections may stand for a rule with peers that the library cannot say: where each of its ports is opened and nothing unknown may be
 * there. One that has a finding, such as that no namespace of the cluster is meant, is no way to anybody.
 */
function mayBeReplaced(value: Json, opened: readonly EgressRule[], unknownPorts: ReadonlySet<number> | undefined): boolean {
  const ports = listOf(objectOf(value)?.ports).map(port => objectOf(port)?.port);
  const isOpened = (port: Json | undefined) => opened.some(rule => rule.ports.some(one => one.port === port));
  return unknownPorts ? ports.length > 0 && ports.every(port => isOpened(port) && !unknownPorts.has(port as number)) : ports.some(isOpened);
}

/** Rules of a policy as an endpoint, with their comments. */
export function endpointOf(policy: ManifestObject, kept: readonly KeptRule[], needsDns: boolean): Expression {
  const rules = kept.map(({ read }) => read);
  const places = [...groupBy(rules, placesText)].map(([text, found]) => `${text}, ${portsText({ ports: found.flatMap(({ rule }) => rule.ports) })}`);
  const items = kept.map(({ read, index }) => withAllComments(policy, ['spec', 'egress', index], { value: ruleExpression(read.rule) }));
  return object({
    description: literal(places.join('; ')),
    inCluster: literal(rules.every(({ rule }) => rule.peers.every(({ cidr }) => cidr === undefined))),
    needsDns: literal(needsDns),
    egress: { kind: 'array', items },
    variables: array([]),
  });
}

function placesText({ rule, everyPeer }: ReadRule): string {
  return everyPeer ? 'any address' : [...new Set(rule.peers.map(({ namespace, cidr }) => cidr ?? `namespace ${namespace}`))].join(', ');
}
