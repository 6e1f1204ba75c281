import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import * as fc from 'fast-check';
import { appsChart, DNS_RULE, endpointIn, endpointOf, namespaceSelector, onlyManifest } from './policies';
import { EgressPeer, EgressPort, EgressRule, IEndpoint, TransportProtocol } from '../../src/address/endpoint';
import { ClusterDns, EgressPolicy, PodSelection } from '../../src/network';

const selects = PodSelection.labels({ app: 'x' });

function policyOf(...endpoints: IEndpoint[]): any {
  const chart = appsChart();
  new EgressPolicy(chart, 'policy', { name: 'x-egress', selects, endpoints });
  return onlyManifest(chart);
}

test('an endpoint of a namespace is let through by that namespace, on its pod port, with DNS', () => {
  expect(policyOf(endpointIn('nats', 4222))).toEqual({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'x-egress', namespace: 'petrosa-apps' },
    spec: {
      podSelector: { matchLabels: { app: 'x' } },
      policyTypes: ['Egress'],
      egress: [
        DNS_RULE,
        { to: [{ namespaceSelector: namespaceSelector('nats') }], ports: [{ port: 4222, protocol: 'TCP' }] },
      ],
    },
  });
});

test('an endpoint that is reached without a name brings no DNS', () => {
  const rule = { peers: [{ cidr: '203.0.113.7/32' }], ports: [{ port: 443 }] };
  expect(policyOf(endpointOf([rule], false)).spec.egress).toEqual([
    { to: [{ ipBlock: { cidr: '203.0.113.7/32' } }], ports: [{ port: 443, protocol: 'TCP' }] },
  ]);
});

test('pods by labels, and a range with exceptions, are rendered as given', () => {
  const peers = [{ cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] }, { namespace: 'db', podLabels: { app: 'mysql' } }];
  expect(policyOf(endpointOf([{ peers, ports: [{ port: 3306 }] }], false)).spec.egress).toEqual([{
    to: [
      { namespaceSelector: namespaceSelector('db'), podSelector: { matchLabels: { app: 'mysql' } } },
      { ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } },
    ],
    ports: [{ port: 3306, protocol: 'TCP' }],
  }]);
});

test('another DNS replaces that of the cluster', () => {
  const chart = appsChart();
  const dns = ClusterDns.of({ namespace: 'openshift-dns', podLabels: {}, ports: [5353] });
  new EgressPolicy(chart, 'policy', { name: 'x', selects, endpoints: [endpointOf([])], dns });
  expect(onlyManifest(chart).spec.egress).toEqual([{
    to: [{ namespaceSelector: namespaceSelector('openshift-dns') }],
    ports: [{ port: 5353, protocol: 'TCP' }, { port: 5353, protocol: 'UDP' }],
  }]);
});

test('a whole namespace is selected by an empty selector', () => {
  const chart = appsChart();
  new EgressPolicy(chart, 'policy', { name: 'x', selects: PodSelection.namespace(), endpoints: [endpointIn('nats', 4222)] });
  expect(onlyManifest(chart).spec.podSelector).toEqual({});
});

test('labels that the selected workload gets later count', () => {
  const chart = appsChart();
  const deployment = new kplus.Deployment(chart, 'deployment', { containers: [{ image: 'client' }], select: false });
  new EgressPolicy(chart, 'policy', { name: 'x', selects: PodSelection.workload(deployment), endpoints: [endpointIn('nats', 4222)] });
  deployment.select(kplus.LabelSelector.of({ labels: { app: 'late' } }));
  expect(chart.toJson()[1].spec.podSelector).toEqual({ matchLabels: { app: 'late' } });
});

test('labels and annotations of the policy are rendered', () => {
  const chart = appsChart();
  const metadata = { labels: { team: 'x' }, annotations: { 'petrosa.example/why': 'a long story, with spaces' } };
  new EgressPolicy(chart, 'policy', { name: 'x', selects, endpoints: [endpointIn('nats', 4222)], ...metadata });
  expect(onlyManifest(chart).metadata).toMatchObject(metadata);
});

test('the policy lies in the namespace of the pods it selects', () => {
  const chart = appsChart();
  const pods = PodSelection.labels({ app: 'x' }, 'other');
  new EgressPolicy(chart, 'policy', { name: 'x', selects: pods, endpoints: [endpointIn('nats', 4222)] });
  expect(onlyManifest(chart).metadata.namespace).toBe('other');
});

test('a policy in another namespace than its pods is refused', () => {
  const pods = PodSelection.labels({ app: 'x' }, 'other');
  expect(() => new EgressPolicy(appsChart(), 'policy', { name: 'x', selects: pods, namespace: 'petrosa-apps' }))
    .toThrow('apps/policy: a policy in namespace petrosa-apps never selects pods of namespace other; give one of the two only');
});

test('a chart without namespace leaves the namespace to kubectl', () => {
  const chart = new Chart(new App(), 'apps');
  new EgressPolicy(chart, 'policy', { name: 'x', selects, endpoints: [endpointIn('nats', 4222)] });
  expect(onlyManifest(chart).metadata).toEqual({ name: 'x' });
});

test('a policy without endpoint fails the synth', () => {
  const app = new App();
  new EgressPolicy(appsChart('apps', app), 'policy', { name: 'x', selects });
  expect(() => app.synthYaml()).toThrow('[apps/policy] the policy allows nothing; add an endpoint, or use DefaultDenyPolicy');
});

test('a policy with an endpoint that was added later passes the synth', () => {
  const app = new App();
  new EgressPolicy(appsChart('apps', app), 'policy', { name: 'x', selects }).addEndpoint(endpointIn('nats', 4222));
  expect(app.synthYaml()).toContain('port: 4222');
});

test('two policies of one name and namespace are refused', () => {
  const chart = appsChart();
  new EgressPolicy(chart, 'first', { name: 'x', selects });
  expect(() => new EgressPolicy(chart, 'second', { name: 'x', selects })).toThrow(/NetworkPolicy x.*apps\/first/);
});

test.each([
  ['a rule without peers', { peers: [], ports: [{ port: 1 }] }, 'means every peer'],
  ['a peer without a place', { peers: [{ podLabels: { app: 'x' } }], ports: [{ port: 1 }] }, 'give its namespace or its cidr'],
  ['a peer without a place beside one that has it', { peers: [{ namespace: 'a' }, { podLabels: { app: 'x' } }], ports: [{ port: 1 }] }, 'give its namespace or its cidr'],
])('%s is refused, with the path and the endpoint', (_what, rule, message) => {
  const policy = new EgressPolicy(appsChart(), 'policy', { name: 'x', selects });
  expect(() => policy.addEndpoint(endpointOf([rule]))).toThrow(new RegExp(`^apps/policy: .*${message}`));
});

describe('of all endpoints', () => {
  const port: fc.Arbitrary<EgressPort> = fc.record(
    { port: fc.integer({ min: 1, max: 5 }), protocol: fc.constantFrom(...Object.values(TransportProtocol)) },
    { requiredKeys: ['port'] },
  );
  const peer: fc.Arbitrary<EgressPeer> = fc.oneof(
    fc.record(
      { namespace: fc.constantFrom('a', 'b'), podLabels: fc.constantFrom<EgressPeer['podLabels'][]>({}, { app: 'x' }, { app: 'x', tier: 'y' }) },
      { requiredKeys: ['namespace'] },
    ),
    fc.record({ cidr: fc.constantFrom('0.0.0.0/0', '192.0.0.0/8'), except: fc.constantFrom<string[][]>([], ['192.0.2.0/24']) }, { requiredKeys: ['cidr'] }),
  );
  const rule: fc.Arbitrary<EgressRule> = fc.record({
    peers: fc.array(peer, { minLength: 1, maxLength: 3 }),
    ports: fc.array(port, { minLength: 1, maxLength: 3 }),
  });
  const endpoints = fc.array(
    fc.tuple(fc.array(rule, { maxLength: 3 }), fc.boolean()).map(([rules, needsDns]) => endpointOf(rules, needsDns)),
    { maxLength: 4 },
  ).filter(all => all.some(({ egress, needsDns }) => needsDns || egress.length > 0));

  test('the order in which they are added does not matter, nor how often', () => {
    const shuffled = endpoints.chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length })));
    fc.assert(fc.property(shuffled, ([once, twice]) => {
      expect(policyOf(...twice)).toEqual(policyOf(...once));
    }));
  });

  test('DNS is let through exactly where one is reached by a name', () => {
    fc.assert(fc.property(endpoints, all => {
      const hasDns = policyOf(...all).spec.egress.some((each: any) => JSON.stringify(each.to).includes('kube-dns'));
      expect(hasDns).toBe(all.some(({ needsDns }) => needsDns));
    }));
  });

  test('a namespace is selected by kubernetes.io/metadata.name alone', () => {
    fc.assert(fc.property(endpoints, all => {
      const peers = policyOf(...all).spec.egress.flatMap((each: any) => each.to).filter((each: any) => !each.ipBlock);
      for (const { namespaceSelector: selector } of peers) {
        expect(selector).toEqual(namespaceSelector(expect.any(String) as any));
      }
    }));
  });

  test('exactly the flows of the endpoints and of DNS are let through', () => {
    fc.assert(fc.property(endpoints, all => {
      const dns = all.some(({ needsDns }) => needsDns) ? ClusterDns.of().egress : [];
      const wanted = [...dns, ...all.flatMap(({ egress }) => egress)].flatMap(declaredFlows);
      const rendered = policyOf(...all).spec.egress.flatMap(renderedFlows);
      expect(new Set(rendered)).toEqual(new Set(wanted.filter(flow => !wanted.includes(ofWholeNamespace(flow)))));
      expect(rendered).toHaveLength(new Set(rendered).size);
    }));
  });
});

function declaredFlows({ peers, ports }: EgressRule): string[] {
  return peers.flatMap(({ namespace, podLabels = {}, cidr, except = [] }) =>
    ports.map(({ port, protocol = 'TCP' }) => JSON.stringify([namespace, podLabels, cidr, except, port, protocol])));
}

/** The same flow to every pod of the namespace, which makes one to some of them redundant; nothing for other flows. */
function ofWholeNamespace(flow: string): string {
  const [namespace, podLabels, ...rest] = JSON.parse(flow);
  return namespace === null || Object.keys(podLabels).length === 0 ? '' : JSON.stringify([namespace, {}, ...rest]);
}

function renderedFlows({ to, ports }: any): string[] {
  return to.flatMap((peer: any) => ports.map(({ port, protocol }: any) => JSON.stringify([
    peer.namespaceSelector?.matchLabels['kubernetes.io/metadata.name'],
    peer.podSelector?.matchLabels ?? {}, peer.ipBlock?.cidr, peer.ipBlock?.except ?? [], port, protocol,
  ])));
}
