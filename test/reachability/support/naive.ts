import { Manifest } from './random-cluster';

/** Whether something holds; undefined where it depends on what is not known. */
type Maybe = boolean | undefined;

/** One end of a flow: a workload, or an address outside the cluster. */
export type NaiveEnd = { readonly workload: Manifest } | { readonly address: string };

/** How the naive evaluator takes what is not known. */
export type NaiveMode =
  /** Blocks, missing labels of namespaces and hostNetwork are in doubt. */
  | 'three-valued'
  /** As lists of connections: blocks match no pods, labels that are not shown are not there, hostNetwork is not looked at. */
  | 'connections';

const and = (...parts: Maybe[]): Maybe => parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
const or = (...parts: Maybe[]): Maybe => parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;

/** Kubernetes' rules one by one, over plain manifests: slow, and written apart from the engine. */
export class Naive {
  constructor(private readonly objects: readonly Manifest[], private readonly mode: NaiveMode) {}

  /** Whether a flow passes the egress policies of its source and the ingress policies of its destination. */
  allows(from: NaiveEnd, to: NaiveEnd, protocol: string, port: number): Maybe {
    return and(this.direction('Egress', from, to, protocol, port, to), this.direction('Ingress', to, from, protocol, port, to));
  }

  direction(type: 'Egress' | 'Ingress', subject: NaiveEnd, other: NaiveEnd, protocol: string, port: number, destination: NaiveEnd): Maybe {
    if (!('workload' in subject)) return true;
    if (this.inNodeNetwork(subject)) return true;
    const policies = this.objects.filter(({ kind, metadata, spec }) => kind === 'NetworkPolicy'
      && metadata.namespace === namespaceOf(subject) && typesOf(spec).includes(type)
      && this.selects(spec.podSelector ?? {}, podLabelsOf(subject), false) === true);
    if (policies.length === 0) return true;
    const rules: { rule: Manifest; namespace: string }[] = policies.flatMap(({ metadata, spec }) =>
      (spec[type.toLowerCase()] ?? []).map((rule: Manifest) => ({ rule, namespace: metadata.namespace })));
    const field = type === 'Egress' ? 'to' : 'from';
    const admitted = or(false, ...rules.map(({ rule, namespace }) => this.admits(rule, field, namespace, other, protocol, port, destination)));
    const mayBeOnTheSameNode = type === 'Ingress' && 'workload' in other && this.inNodeNetwork(other);
    return admitted === false && mayBeOnTheSameNode ? undefined : admitted;
  }

  private admits(
    written: Manifest, field: 'to' | 'from', own: string, other: NaiveEnd, protocol: string, port: number, destination: NaiveEnd,
  ): Maybe {
    const rule = written === null ? {} : written;
    if (typeof rule !== 'object') return false;
    const peers: Manifest[] = rule[field] ?? [];
    const ports: Manifest[] = rule.ports ?? [];
    const byPeer = peers.length === 0 ? true : or(...peers.map(peer => this.peerAdmits(peer, own, other)));
    const byPort = ports.length === 0 ? true : ports.some(entry => portAdmits(entry, protocol, port, destination));
    return and(byPeer, byPort);
  }

  private peerAdmits(peer: Manifest, own: string, other: NaiveEnd): Maybe {
    if (peer === null || typeof peer !== 'object') return false;
    const { podSelector, namespaceSelector, ipBlock } = peer;
    if (ipBlock) {
      if (podSelector || namespaceSelector) return false;
      const [inside, ...outside] = [ipBlock.cidr, ...ipBlock.except ?? []].map(bounds);
      if (!inside) return false;
      if ('address' in other) return within(other.address, inside) && !outside.some(hole => within(other.address, hole!));
      const empty = outside.some(hole => hole![0] <= inside[0] && inside[1] <= hole![1]);
      return this.mode === 'connections' || empty ? false : undefined;
    }
    if (!podSelector && !namespaceSelector) return false;
    if ('address' in other) return false;
    const inNamespace = namespaceSelector ? this.selectsNamespace(namespaceSelector, namespaceOf(other)) : namespaceOf(other) === own;
    const matched = and(inNamespace, podSelector ? this.selects(podSelector, podLabelsOf(other), false) : true);
    return matched === true && this.inNodeNetwork(other) ? undefined : matched;
  }

  private selectsNamespace(selector: Manifest, name: string): Maybe {
    const object = this.objects.find(({ kind, metadata }) => kind === 'Namespace' && metadata.name === name);
    const labels = { ...object?.metadata.labels, 'kubernetes.io/metadata.name': name };
    return this.selects(selector, labels, object === undefined && this.mode === 'three-valued');
  }

  private selects({ matchLabels = {}, matchExpressions = [] }: Manifest, labels: Manifest, mayHaveOthers: boolean): Maybe {
    const valid = matchExpressions.every(({ operator, values = [] }: Manifest) =>
      (['In', 'NotIn'].includes(operator) && values.length > 0) || (['Exists', 'DoesNotExist'].includes(operator) && values.length === 0));
    if (!valid) return false;
    const equal = Object.entries(matchLabels).map(([key, value]) => key in labels ? labels[key] === value : mayHaveOthers ? undefined : false);
    const expressed = matchExpressions.map(({ key, operator, values }: Manifest): Maybe => {
      if (!(key in labels) && mayHaveOthers) return undefined;
      if (operator === 'In') return key in labels && values.includes(labels[key]);
      if (operator === 'NotIn') return !(key in labels && values.includes(labels[key]));
      return (key in labels) === (operator === 'Exists');
    });
    return and(...equal, ...expressed);
  }

  private inNodeNetwork(end: NaiveEnd): boolean {
    return this.mode === 'three-valued' && 'workload' in end && end.workload.spec.template.spec.hostNetwork === true;
  }
}

function typesOf({ policyTypes = [], egress = [] }: Manifest): string[] {
  if (policyTypes.length > 0) return policyTypes;
  return egress.length > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
}

function portAdmits(written: Manifest, protocol: string, port: number, destination: NaiveEnd): boolean {
  const { port: wanted, endPort, protocol: over = 'TCP' } = written;
  if (!['TCP', 'UDP', 'SCTP'].includes(over) || over !== protocol) return false;
  if (wanted === undefined) return endPort === undefined;
  if (typeof wanted === 'string') {
    if (endPort !== undefined || !('workload' in destination)) return false;
    return destination.workload.spec.template.spec.containers.some(({ ports = [] }: Manifest) => ports.some((one: Manifest) =>
      one.name === wanted && (one.protocol ?? 'TCP') === protocol && one.containerPort === port));
  }
  if (typeof wanted !== 'number' || wanted < 1) return false;
  return endPort === undefined ? port === wanted : endPort >= wanted && wanted <= port && port <= endPort;
}

function namespaceOf(end: { workload: Manifest }): string {
  return end.workload.metadata.namespace;
}

function podLabelsOf(end: { workload: Manifest }): Manifest {
  return end.workload.spec.template.metadata.labels;
}

function bounds(cidr: string): [number, number] | undefined {
  const match = /^([\d.]+)\/(\d+)$/.exec(cidr);
  if (!match) return undefined;
  const size = 2 ** (32 - Number(match[2]));
  const first = Math.floor(numberOf(match[1]) / size) * size;
  return [first, first + size - 1];
}

function within(address: string, [first, last]: [number, number]): boolean {
  return first <= numberOf(address) && numberOf(address) <= last;
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}
