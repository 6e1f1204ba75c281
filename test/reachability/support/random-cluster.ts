import * as fc from 'fast-check';
import { WORTH_AN_INDEX } from '../../../src/reachability/rule-index';

/** A manifest, as the naive evaluator reads it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Manifest = any;

const NAMESPACES = ['alpha', 'beta', 'gamma'];
const APPS = ['web', 'db', 'queue'];
const TIERS = ['front', 'back'];
const PORT_NAMES = ['http', 'metrics'];
const PORTS = [80, 81, 8080];
const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined, freq: 2 });

const podLabels = fc.record({ app: fc.constantFrom(...APPS), tier: maybe(fc.constantFrom(...TIERS)) });

const namespaceObject = (name: string): fc.Arbitrary<Manifest | undefined> => maybe(fc.record({
  apiVersion: fc.constant('v1'),
  kind: fc.constant('Namespace'),
  metadata: fc.record({ name: fc.constant(name), labels: maybe(fc.record({ team: fc.constantFrom('red', 'blue') })) }),
}));

const protocol = maybe(fc.constantFrom(...PROTOCOLS));

const containerPort = fc.record({ name: maybe(fc.constantFrom(...PORT_NAMES)), containerPort: fc.constantFrom(...PORTS), protocol });

const workload = (index: number): fc.Arbitrary<Manifest> => fc.record({
  namespace: fc.constantFrom(...NAMESPACES),
  labels: podLabels,
  ports: fc.array(containerPort, { maxLength: 3 }),
  hostNetwork: fc.option(fc.constant(undefined), { nil: true, freq: 9 }),
}).map(({ namespace, labels, ports, hostNetwork }) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: `workload-${index}`, namespace },
  spec: { template: { metadata: { labels }, spec: { hostNetwork, containers: [{ name: 'main', image: 'main', ports }] } } },
}));

const requirement = fc.oneof(
  fc.record({ key: fc.constantFrom('app', 'tier'), operator: fc.constantFrom('In', 'NotIn'), values: fc.subarray([...APPS, ...TIERS], { minLength: 0 }) }),
  fc.record({ key: fc.constantFrom('app', 'tier'), operator: fc.constantFrom('Exists', 'DoesNotExist', 'Is') }),
);

const podSelector = fc.oneof(
  fc.constant({}),
  fc.record({ matchLabels: podLabels }),
  fc.record({ matchLabels: fc.record({ app: fc.constantFrom(...APPS) }) }),
  fc.record({ matchExpressions: fc.array(requirement, { maxLength: 2 }) }),
  fc.record({ matchLabels: fc.record({ app: fc.constantFrom(...APPS) }), matchExpressions: fc.array(requirement, { maxLength: 2 }) }),
);

const namespaceSelector = fc.oneof(
  fc.constant({}),
  fc.record({ matchLabels: fc.record({ 'kubernetes.io/metadata.name': fc.constantFrom(...NAMESPACES) }) }),
  fc.record({ matchLabels: fc.record({ team: fc.constantFrom('red', 'blue') }) }),
  fc.record({ matchExpressions: fc.tuple(fc.record({ key: fc.constantFrom('team'), operator: fc.constantFrom('Exists', 'DoesNotExist') })) }),
  fc.record({ matchExpressions: fc.tuple(fc.record({ key: fc.constantFrom('team'), operator: fc.constantFrom('In', 'NotIn'), values: fc.constant(['red']) })) }),
);

const ipBlock = fc.oneof(
  fc.constantFrom({ cidr: '0.0.0.0/0' }, { cidr: '10.0.0.0/8' }, { cidr: '8.8.8.0/24' }, { cidr: '10.1.0.0/16' }, { cidr: 'nowhere' }),
  fc.constantFrom({ cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] }, { cidr: '10.0.0.0/8', except: ['10.1.0.0/16', '10.2.0.0/16'] }, { cidr: '10.0.0.0/8', except: ['10.0.0.0/8'] }),
);

const peer = fc.oneof(
  { weight: 3, arbitrary: fc.record({ podSelector }) },
  { weight: 3, arbitrary: fc.record({ namespaceSelector }) },
  { weight: 3, arbitrary: fc.record({ podSelector, namespaceSelector }) },
  { weight: 2, arbitrary: fc.record({ ipBlock }) },
  { weight: 1, arbitrary: fc.constantFrom<Manifest[]>({}, null, 'all', { podSelector: {}, ipBlock: { cidr: '0.0.0.0/0' } }) },
);

// Most of them are for pods that no cluster has, so that a rule with very many does not admit everybody.
const rarelyThere = fc.oneof({ weight: 19, arbitrary: fc.constantFrom('mail', 'search') }, { weight: 1, arbitrary: fc.constantFrom(...APPS) });

const narrowPeer = fc.record({ podSelector: fc.record({ matchLabels: fc.record({ app: rarelyThere, tier: maybe(fc.constantFrom(...TIERS)) }) }) });

/** Enough that the rules are found by an index. */
const manyPeers = fc.tuple(fc.array(narrowPeer, { minLength: WORTH_AN_INDEX, maxLength: WORTH_AN_INDEX + 4 }), fc.array(peer, { maxLength: 1 }))
  .map(parts => parts.flat());

const port = fc.oneof(
  { weight: 4, arbitrary: fc.record({ port: fc.constantFrom(...PORTS), protocol }) },
  { weight: 3, arbitrary: fc.record({ port: fc.constantFrom(...PORT_NAMES), protocol }) },
  { weight: 2, arbitrary: fc.record({ port: fc.constantFrom(...PORTS), endPort: fc.constantFrom(80, 100, 8080), protocol }) },
  { weight: 1, arbitrary: fc.record({ protocol: fc.constantFrom(...PROTOCOLS) }) },
  { weight: 1, arbitrary: fc.constantFrom<Manifest[]>({}, { port: 'http', endPort: 90 }, { endPort: 90 }, { port: 0 }, { port: 80, protocol: 'ICMP' }, { port: true }) },
);

const rule = (peers: 'to' | 'from'): fc.Arbitrary<Manifest> => fc.oneof(
  { weight: 9, arbitrary: fc.record({ [peers]: maybe(fc.array(peer, { maxLength: 3 })), ports: maybe(fc.array(port, { maxLength: 3 })) }) },
  { weight: 3, arbitrary: fc.record({ [peers]: manyPeers, ports: maybe(fc.array(port, { maxLength: 2 })) }) },
  { weight: 1, arbitrary: fc.constantFrom<Manifest[]>(null, {}, 'all') },
);

const policy = (index: number): fc.Arbitrary<Manifest> => fc.record({
  namespace: fc.constantFrom(...NAMESPACES),
  podSelector: fc.option(podSelector, { nil: undefined, freq: 8 }),
  policyTypes: maybe(fc.constantFrom([], ['Ingress'], ['Egress'], ['Ingress', 'Egress'])),
  ingress: maybe(fc.array(rule('from'), { maxLength: 2 })),
  egress: maybe(fc.array(rule('to'), { maxLength: 2 })),
}).map(({ namespace, ...spec }) => ({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: `policy-${index}`, namespace }, spec }));

/** A Service for pods that no manifest shows: no workload has its labels. */
const serviceWithoutWorkload = (index: number): fc.Arbitrary<Manifest> => fc.record({
  namespace: fc.constantFrom(...NAMESPACES),
  selector: fc.oneof(fc.record({ app: fc.constantFrom(...APPS), owner: fc.constant('somebody') }), fc.record({ tier: fc.constantFrom(...TIERS), owner: fc.constant('somebody') })),
}).map(({ namespace, selector }) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: `service-${index}`, namespace }, spec: { selector, ports: [{ port: 80 }] } }));

/** Namespaces, up to six workloads, up to two Services without any and up to five policies, valid and not; no key is undefined, as in JSON. */
export const randomCluster: fc.Arbitrary<Manifest[]> = fc.tuple(
  fc.tuple(...NAMESPACES.map(namespaceObject)),
  fc.integer({ min: 2, max: 6 }).chain(count => fc.tuple(...Array.from({ length: count }, (_, i) => workload(i)))),
  fc.integer({ min: 0, max: 2 }).chain(count => fc.tuple(...Array.from({ length: count }, (_, i) => serviceWithoutWorkload(i)))),
  fc.integer({ min: 0, max: 5 }).chain(count => fc.tuple(...Array.from({ length: count }, (_, i) => policy(i)))),
).map(parts => JSON.parse(JSON.stringify(parts.flat().filter(object => object !== undefined))));

/** What the pods behind a Service without workloads may be: with each label that it does not name, or without. */
export function podsThatMayBeBehind({ metadata, spec: { selector } }: Manifest): Manifest[] {
  return [undefined, ...APPS].flatMap(app => [undefined, ...TIERS].flatMap(tier => [[], [{ name: 'http', containerPort: 80 }, { name: 'metrics', containerPort: 81 }]].map(ports => ({
    kind: 'Deployment',
    metadata: { name: 'behind', namespace: metadata.namespace },
    spec: { template: { metadata: { labels: JSON.parse(JSON.stringify({ app, tier, ...selector })) }, spec: { containers: [{ name: 'main', ports }] } } },
  }))));
}

/** Ports and protocols that tell the rules of random clusters apart. */
export const PROBES = PROTOCOLS.flatMap(name => [1, 80, 81, 100, 8080, 65535].map(number => ({ protocol: name as 'TCP' | 'UDP' | 'SCTP', port: number })));

/** Addresses that tell the blocks of random clusters apart. */
export const ADDRESSES = ['8.8.8.8', '10.0.0.1', '10.1.0.1', '10.2.0.1', '11.0.0.1', '255.255.255.255'];
