import * as kplus from 'cdk8s-plus-28';
import { appsChart, DNS_RULE, endpointIn, namespaceSelector, onlyManifest } from './policies';
import { NatsServer } from '../../src/address/nats-server';
import { ClusterDns, NatsEgressPolicy, PodSelection } from '../../src/network';

const server = NatsServer.of({ service: 'nats-server', namespace: 'nats' });
const NATS_RULE = { to: [{ namespaceSelector: namespaceSelector('nats') }], ports: [{ port: 4222, protocol: 'TCP' }] };

test('clients by label reach NATS and DNS, and nothing else', () => {
  const chart = appsChart();
  new NatsEgressPolicy(chart, 'policy', { selects: PodSelection.labels({ app: 'binance-data-extractor' }), server });
  expect(onlyManifest(chart)).toMatchObject({
    metadata: { name: 'allow-nats', namespace: 'petrosa-apps' },
    spec: { podSelector: { matchLabels: { app: 'binance-data-extractor' } }, policyTypes: ['Egress'], egress: [DNS_RULE, NATS_RULE] },
  });
});

test('the pod port of the server counts, not that of its Service', () => {
  const chart = appsChart();
  const behind80 = NatsServer.of({ service: 'nats', namespace: 'nats', port: 80, podPort: 4333, podLabels: { app: 'nats' } });
  new NatsEgressPolicy(chart, 'policy', { selects: PodSelection.namespace(), server: behind80 });
  expect(onlyManifest(chart).spec.egress[1]).toEqual({
    to: [{ namespaceSelector: namespaceSelector('nats'), podSelector: { matchLabels: { app: 'nats' } } }],
    ports: [{ port: 4333, protocol: 'TCP' }],
  });
});

test('a plain kplus workload can be selected', () => {
  const chart = appsChart();
  const job = new kplus.Job(chart, 'job', { containers: [{ image: 'client' }] });
  new NatsEgressPolicy(chart, 'policy', { selects: PodSelection.workload(job), server });
  const [jobManifest, policy] = chart.toJson();
  expect(policy.spec.podSelector.matchLabels).toEqual(jobManifest.spec.template.metadata.labels);
});

test('further endpoints, another name and another DNS are taken over', () => {
  const chart = appsChart();
  new NatsEgressPolicy(chart, 'policy', {
    name: 'x',
    selects: PodSelection.namespace(),
    server,
    endpoints: [endpointIn('db', 3306)],
    dns: ClusterDns.of({ namespace: 'dns', podLabels: {} }),
  });
  const { metadata, spec } = onlyManifest(chart);
  expect(metadata.name).toBe('x');
  expect(spec.egress.map((rule: any) => rule.to)).toEqual([
    [{ namespaceSelector: namespaceSelector('db') }],
    [{ namespaceSelector: namespaceSelector('dns') }],
    [{ namespaceSelector: namespaceSelector('nats') }],
  ]);
});
