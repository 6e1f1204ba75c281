import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { ClusterDns, DefaultDenyPolicy } from '../../../src/network';
import { egressPolicyFor, ingressPolicyFor } from '../../../src/network/private/identity-policies';
import { appsChart, endpointIn, endpointOf, namespaceSelector, onlyManifest } from '../policies';

const labels = { component: 'api', app: 'x' };
const client = { peers: [{ namespace: 'petrosa-apps', podLabels: { app: 'client' } }], ports: [{ port: 8080 }] };
const other = { peers: [{ namespace: 'other' }], ports: [{ port: 8080 }] };

function admitted(chart: Chart): any[] {
  return onlyManifest(chart).spec.ingress.flatMap(({ from }: any) => from);
}

test('workloads of one identity share a policy', () => {
  const chart = appsChart();
  const first = egressPolicyFor(chart, { labels });
  expect(egressPolicyFor(new Construct(chart, 'inner'), { labels: { app: 'x', component: 'api' }, namespace: 'petrosa-apps' })).toBe(first);
});

test.each([
  ['labels', { labels: { app: 'x' } }],
  ['namespace', { labels, namespace: 'other' }],
])('another identity by its %s has its own policy', (_what, identity) => {
  const chart = appsChart();
  expect(egressPolicyFor(chart, identity)).not.toBe(egressPolicyFor(chart, { labels }));
});

test('another chart has its own policy', () => {
  const app = new App();
  expect(egressPolicyFor(appsChart('a', app), { labels })).not.toBe(egressPolicyFor(appsChart('b', app), { labels }));
});

test('nothing is rendered before the first endpoint that needs a rule', () => {
  const chart = appsChart();
  egressPolicyFor(chart, { labels }).addEndpoint(endpointOf([], false));
  expect(chart.toJson()).toEqual([]);
});

test('the policy has name and labels by its identity, and all endpoints', () => {
  const chart = appsChart();
  egressPolicyFor(chart, { labels }).addEndpoint(endpointIn('nats', 4222));
  egressPolicyFor(chart, { labels }).addEndpoint(endpointIn('nats', 8222));
  const { metadata, spec } = onlyManifest(chart);
  expect(metadata).toEqual({ name: 'x-api-egress', namespace: 'petrosa-apps', labels });
  expect(spec.podSelector).toEqual({ matchLabels: labels });
  expect(spec.egress[1].ports).toEqual([{ port: 4222, protocol: 'TCP' }, { port: 8222, protocol: 'TCP' }]);
});

test('the policies of both directions and of several identities stand side by side', () => {
  const chart = appsChart();
  for (const each of [{ labels }, { labels: { app: 'y' } }, { labels, namespace: 'other' }]) {
    egressPolicyFor(chart, each).addEndpoint(endpointIn('nats', 4222));
    ingressPolicyFor(chart, each).admit(client);
  }
  expect(chart.toJson().map(({ metadata }) => `${metadata.namespace}/${metadata.name}`).sort()).toEqual([
    'other/x-api-egress', 'other/x-api-ingress', 'petrosa-apps/x-api-egress', 'petrosa-apps/x-api-ingress',
    'petrosa-apps/y-egress', 'petrosa-apps/y-ingress',
  ]);
});

test('names and selectors do not depend on where in the chart the policy is asked for', () => {
  const [flat, deep] = [appsChart(), appsChart()];
  egressPolicyFor(flat, { labels }).addEndpoint(endpointIn('nats', 4222));
  egressPolicyFor(new Construct(new Construct(deep, 'a'), 'b'), { labels }).addEndpoint(endpointIn('nats', 4222));
  expect(deep.toJson()).toEqual(flat.toJson());
});

test('an explicit name replaces the default for all, while nothing is rendered', () => {
  const chart = appsChart();
  const policy = egressPolicyFor(chart, { labels });
  egressPolicyFor(chart, { labels, name: 'explicit' });
  policy.addEndpoint(endpointIn('nats', 4222));
  expect(egressPolicyFor(chart, { labels }).name).toBe('explicit');
  expect(onlyManifest(chart).metadata.name).toBe('explicit');
});

test('one explicit name may be given by each workload of the identity', () => {
  const chart = appsChart();
  egressPolicyFor(chart, { labels, name: 'one' });
  expect(egressPolicyFor(chart, { labels, name: 'one' }).name).toBe('one');
});

test('two explicit names of one identity are refused', () => {
  const chart = appsChart();
  egressPolicyFor(chart, { labels, name: 'one' });
  expect(() => egressPolicyFor(chart, { labels, name: 'two' }))
    .toThrow('apps: the egress policy of the pods petrosa-apps,app=x,component=api has the name one already, not two; give all workloads of this identity the same');
});

test('an explicit name after the policy is rendered by its default is refused', () => {
  const chart = appsChart();
  egressPolicyFor(chart, { labels }).addEndpoint(endpointIn('nats', 4222));
  expect(() => egressPolicyFor(chart, { labels, name: 'late' })).toThrow('has the name x-api-egress already, not late');
});

test('the default name given explicitly is settled', () => {
  const chart = appsChart();
  egressPolicyFor(chart, { labels, name: 'x-api-egress' });
  expect(() => egressPolicyFor(chart, { labels, name: 'two' })).toThrow('has the name x-api-egress already');
});

test('labels that Kubernetes would refuse are refused, with the path', () => {
  expect(() => egressPolicyFor(appsChart(), { labels: { app: '!' } })).toThrow('apps: label app');
});

describe('the DNS of an identity', () => {
  const openshift = () => ClusterDns.of({ namespace: 'openshift-dns', ports: [5353] });

  test('is the one that a workload gives', () => {
    const chart = appsChart();
    egressPolicyFor(chart, { labels });
    egressPolicyFor(chart, { labels, dns: openshift() });
    egressPolicyFor(chart, { labels }).addEndpoint(endpointIn('nats', 4222));
    expect(onlyManifest(chart).spec.egress.flatMap(({ to }: any) => to.map((peer: any) => peer.namespaceSelector)))
      .toEqual([namespaceSelector('nats'), namespaceSelector('openshift-dns')]);
  });

  test('may be given twice alike', () => {
    const chart = appsChart();
    egressPolicyFor(chart, { labels, dns: openshift() });
    expect(() => egressPolicyFor(chart, { labels, dns: openshift() })).not.toThrow();
  });

  test('cannot differ', () => {
    const chart = appsChart();
    egressPolicyFor(chart, { labels, dns: openshift() });
    expect(() => egressPolicyFor(chart, { labels, dns: ClusterDns.of() })).toThrow('has another DNS');
  });

  test('cannot change after the policy is rendered', () => {
    const chart = appsChart();
    egressPolicyFor(chart, { labels }).addEndpoint(endpointIn('nats', 4222));
    expect(() => egressPolicyFor(chart, { labels, dns: openshift() })).toThrow('has another DNS');
  });
});

describe('the ingress of an identity', () => {
  test('is closed to all but the admitted', () => {
    const chart = appsChart();
    ingressPolicyFor(chart, { labels }).admit(other);
    expect(onlyManifest(chart)).toMatchObject({
      metadata: { name: 'x-api-ingress', namespace: 'petrosa-apps', labels },
      spec: { podSelector: { matchLabels: labels }, policyTypes: ['Ingress'] },
    });
    expect(admitted(chart)).toEqual([{ namespaceSelector: namespaceSelector('other') }]);
  });

  test('stays open where a client connects to pods that nobody has isolated', () => {
    const chart = appsChart();
    ingressPolicyFor(chart, { labels }).admitIfIsolated(client);
    expect(chart.toJson()).toEqual([]);
  });

  test.each([['before', 0], ['after', 1]])('lets a client in that connects %s the pods are isolated', (_when, order) => {
    const chart = appsChart();
    const policy = ingressPolicyFor(chart, { labels });
    const steps = [() => policy.admitIfIsolated(client), () => policy.admit(other)];
    if (order === 1) steps.reverse();
    steps.forEach(step => step());
    expect(admitted(chart)).toEqual([
      { namespaceSelector: namespaceSelector('other') },
      { namespaceSelector: namespaceSelector('petrosa-apps'), podSelector: { matchLabels: { app: 'client' } } },
    ]);
  });

  test.each([['before', 0], ['after', 1]])('lets a client in that connects %s the namespace is default-deny', (_when, order) => {
    const chart = appsChart();
    const steps = [
      () => ingressPolicyFor(chart, { labels }).admitIfIsolated(client),
      () => DefaultDenyPolicy.declare(chart, 'petrosa-apps'),
    ];
    if (order === 1) steps.reverse();
    steps.forEach(step => step());
    expect(admitted(chart)).toEqual([{ namespaceSelector: namespaceSelector('petrosa-apps'), podSelector: { matchLabels: { app: 'client' } } }]);
  });

  test('renders nothing in a default-deny namespace that no client connects to', () => {
    const chart = appsChart();
    ingressPolicyFor(chart, { labels });
    DefaultDenyPolicy.declare(chart, 'petrosa-apps');
    expect(chart.toJson()).toEqual([]);
  });

  test('stays open where only egress is default-deny', () => {
    const chart = appsChart();
    ingressPolicyFor(chart, { labels }).admitIfIsolated(client);
    new DefaultDenyPolicy(chart, 'deny', { ingress: false });
    expect(onlyManifest(chart).metadata.name).toBe('default-deny-all');
  });
});
