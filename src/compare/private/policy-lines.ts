import { jsonText } from './json-text';
import { Json, JsonObject, listOf, objectOf, textOf, valueAt } from '../../manifest';
import { Direction } from '../../reachability';

const NAMESPACE = 'kubernetes.io/metadata.name';
const EVERYTHING = '*';

/** What a policy allows, taken apart: one peer and one port; no peer means everyone, no port all ports. */
interface Allowance {
  readonly peer?: JsonObject;
  readonly port?: JsonObject;
}

/** The policy types that apply: those written, or the default that Kubernetes defines. */
export function policyTypes(policy: JsonObject): readonly Json[] {
  const written = listOf(valueAt(policy, ['spec', 'policyTypes']));
  if (written.length > 0) return written;
  return listOf(valueAt(policy, ['spec', 'egress'])).length > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
}

/** Each peer and port that a NetworkPolicy allows as a line, such as `namespace nats TCP 4222`; the order of the rules does not matter. */
export function policyLines(policy: JsonObject, direction: Direction): string[] {
  return [...new Set(allowances(policy, direction).map(lineOf))].sort();
}

/** A peer and a port as a line. */
export function lineOf({ peer, port }: Allowance): string {
  return `${peerText(peer)} ${portText(port)}`;
}

/**
 * All that a NetworkPolicy allows in a direction: a rule allows each of its peers on each of its ports. Peers are spelled in one way:
 * with the namespace of their pods, where the policy has one, and without a selector of pods where that is all that the namespace has.
 */
export function allowances(policy: JsonObject, direction: Direction): Allowance[] {
  const own = textOf(valueAt(policy, ['metadata', 'namespace'])) || undefined;
  return listOf(valueAt(policy, ['spec', direction])).flatMap((item) => {
    const rule = objectOf(item) ?? {};
    const ports = orAll(rule.ports);
    return orAll(direction === 'egress' ? rule.to : rule.from).flatMap(peer => ports.map(port => ({ peer: peer && spelledOut(peer, own), port })));
  });
}

function spelledOut(peer: JsonObject, own: string | undefined): JsonObject {
  const pods = objectOf(peer.podSelector);
  if (!pods || peer.ipBlock) return peer;
  const namespaceSelector = objectOf(peer.namespaceSelector) ?? (own === undefined ? undefined : { matchLabels: { [NAMESPACE]: own } });
  if (!namespaceSelector) return peer;
  return selectorText(pods) === EVERYTHING ? { namespaceSelector } : { podSelector: pods, namespaceSelector };
}

function orAll(list: Json | undefined): (JsonObject | undefined)[] {
  const items = listOf(list).map(item => objectOf(item) ?? {});
  return items.length > 0 ? items : [undefined];
}

function peerText(peer: JsonObject | undefined): string {
  if (!peer) return 'anywhere';
  const block = objectOf(peer.ipBlock);
  if (block) {
    const except = listOf(block.except).map(jsonText).sort();
    return except.length > 0 ? `${jsonText(block.cidr)} except ${except.join(', ')}` : jsonText(block.cidr);
  }
  const [pods, namespaces] = [objectOf(peer.podSelector), objectOf(peer.namespaceSelector)];
  return [pods && `pods ${selectorText(pods)}`, namespaces && namespaceText(namespaces)].filter(Boolean).join(' in ');
}

function namespaceText(selector: JsonObject): string {
  const labels = Object.entries(objectOf(selector.matchLabels) ?? {});
  const byName = labels.length === 1 && labels[0][0] === NAMESPACE && listOf(selector.matchExpressions).length === 0;
  return byName ? `namespace ${jsonText(labels[0][1])}` : `namespaces ${selectorText(selector)}`;
}

/** A label selector as kubectl writes it, `*` for one that selects everything. */
function selectorText(selector: JsonObject): string {
  const labels = Object.entries(objectOf(selector.matchLabels) ?? {}).map(([key, value]) => `${key}=${jsonText(value)}`);
  const expressions = listOf(selector.matchExpressions).map((item) => {
    const { key, operator, values } = objectOf(item) ?? {};
    const sorted = listOf(values).map(jsonText).sort();
    return [jsonText(key), jsonText(operator), ...sorted.length > 0 ? [`(${sorted.join(',')})`] : []].join(' ');
  });
  return [...labels, ...expressions].sort().join(',') || EVERYTHING;
}

function portText(entry: JsonObject | undefined): string {
  if (!entry) return 'all ports';
  const { port, endPort, protocol } = entry;
  const first = port === undefined || port === null ? 'all ports' : jsonText(port);
  return `${jsonText(protocol) || 'TCP'} ${endPort && endPort !== port ? `${first}-${jsonText(endPort)}` : first}`;
}
