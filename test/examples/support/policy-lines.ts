import { Manifest } from '../../support/manifests';

/** Which way the traffic of a rule goes, seen from the pod that the policy selects. */
export type Direction = 'ingress' | 'egress';

/** What a policy allows, taken apart: one peer and one port; no peer means everyone, no port all ports. */
export interface Allowance {
  readonly peer?: any;
  readonly port?: any;
}

/** All that a NetworkPolicy allows in a direction: a rule allows each of its peers on each of its ports. */
export function allowances(policy: Manifest, direction: Direction): Allowance[] {
  return (policy.spec?.[direction] ?? []).flatMap((rule: any) => {
    const peers = orEveryone(direction === 'egress' ? rule?.to : rule?.from);
    return peers.flatMap(peer => orEveryone(rule?.ports).map(port => ({ peer, port })));
  });
}

/** The policy types that apply: those written, or the default that Kubernetes defines. */
export function policyTypes(policy: Manifest): string[] {
  return policy.spec?.policyTypes ?? (policy.spec?.egress?.length > 0 ? ['Ingress', 'Egress'] : ['Ingress']);
}

/** Each allowance as a line, such as `namespace nats TCP 4222`; the order of the rules does not matter. */
export function policyLines(policy: Manifest, direction: Direction): string[] {
  return [...new Set(allowances(policy, direction).map(({ peer, port }) => `${peerText(peer)} ${portText(port)}`))].sort();
}

function orEveryone(list: any[] | undefined): any[] {
  return list && list.length > 0 ? list : [undefined];
}

function peerText(peer: any): string {
  if (!peer) return 'anywhere';
  if (peer.ipBlock) {
    const except = [...peer.ipBlock.except ?? []].sort();
    return except.length > 0 ? `${peer.ipBlock.cidr} except ${except.join(', ')}` : peer.ipBlock.cidr;
  }
  const pods = peer.podSelector && `pods ${selectorText(peer.podSelector)}`;
  const namespaces = peer.namespaceSelector && namespaceText(peer.namespaceSelector);
  return [pods, namespaces].filter(Boolean).join(' in ');
}

function namespaceText(selector: any): string {
  const labels = Object.entries(selector.matchLabels ?? {});
  const byName = labels.length === 1 && labels[0][0] === 'kubernetes.io/metadata.name' && !selector.matchExpressions?.length;
  return byName ? `namespace ${labels[0][1]}` : `namespaces ${selectorText(selector)}`;
}

/** A label selector as kubectl writes it, `*` for one that selects everything. */
function selectorText(selector: any): string {
  const labels = Object.entries(selector.matchLabels ?? {}).map(([key, value]) => `${key}=${value}`);
  const expressions = (selector.matchExpressions ?? []).map((expression: any) => {
    const values = [...expression.values ?? []].sort();
    return values.length > 0 ? `${expression.key} ${expression.operator} (${values.join(',')})` : `${expression.key} ${expression.operator}`;
  });
  return [...labels, ...expressions].sort().join(',') || '*';
}

function portText(port: any): string {
  if (!port) return 'all ports';
  const range = port.endPort && port.endPort !== port.port ? `${port.port}-${port.endPort}` : port.port ?? 'all ports';
  return `${port.protocol ?? 'TCP'} ${range}`;
}
