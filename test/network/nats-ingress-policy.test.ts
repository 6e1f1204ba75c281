import * as kplus from 'cdk8s-plus-28';
import { appsChart, namespaceSelector, onlyManifest } from './policies';
import { NatsServer } from '../../src/address/nats-server';
import { NatsIngressPolicy, NatsIngressPolicyProps, PodSelection } from '../../src/network';

const podLabels = { app: 'nats' };
const server = NatsServer.of({ service: 'nats-server', namespace: 'nats', podLabels });

function policyOf(props: Partial<NatsIngressPolicyProps>): any {
  const chart = appsChart();
  new NatsIngressPolicy(chart, 'policy', { server, clientNamespaces: ['petrosa-apps'], clusterRoutes: false, ...props });
  return onlyManifest(chart);
}

function rule(port: number, ...from: any[]) {
  return { from, ports: [{ port, protocol: 'TCP' }] };
}

test('whole client namespaces reach the client port of the server, in its namespace', () => {
  expect(policyOf({ clientNamespaces: ['petrosa-apps', 'jobs'] })).toMatchObject({
    metadata: { name: 'allow-nats-clients', namespace: 'nats' },
    spec: {
      podSelector: { matchLabels: podLabels },
      policyTypes: ['Ingress'],
      ingress: [rule(4222, { namespaceSelector: namespaceSelector('jobs') }, { namespaceSelector: namespaceSelector('petrosa-apps') })],
    },
  });
});

test('the pod port of the server counts, not that of its Service', () => {
  const behind80 = NatsServer.of({ service: 'nats', namespace: 'nats', podLabels, port: 80, podPort: 4333 });
  expect(policyOf({ server: behind80 }).spec.ingress[0].ports).toEqual([{ port: 4333, protocol: 'TCP' }]);
});

test('by default the servers reach the route port of each other', () => {
  expect(policyOf({ clusterRoutes: undefined }).spec.ingress).toEqual([
    rule(6222, { namespaceSelector: namespaceSelector('nats'), podSelector: { matchLabels: podLabels } }),
    rule(4222, { namespaceSelector: namespaceSelector('petrosa-apps') }),
  ]);
});

test('monitoring namespaces reach the monitoring port only', () => {
  expect(policyOf({ monitoringNamespaces: ['observability'] }).spec.ingress).toEqual([
    rule(8222, { namespaceSelector: namespaceSelector('observability') }),
    rule(4222, { namespaceSelector: namespaceSelector('petrosa-apps') }),
  ]);
});

test('a single workload is admitted by its labels, also where its selector gets them later', () => {
  const chart = appsChart();
  const client = new kplus.Deployment(appsChart(), 'client', { containers: [{ image: 'client' }], select: false });
  new NatsIngressPolicy(chart, 'policy', { server, clientNamespaces: [], clients: [PodSelection.workload(client)], clusterRoutes: false });
  client.select(kplus.LabelSelector.of({ labels: { app: 'client' } }));
  expect(onlyManifest(chart).spec.ingress).toEqual([
    rule(4222, { namespaceSelector: namespaceSelector('petrosa-apps'), podSelector: { matchLabels: { app: 'client' } } }),
  ]);
});

test('other labels of the server select its pods', () => {
  expect(policyOf({ selects: PodSelection.labels({ tier: 'bus' }) }).spec.podSelector).toEqual({ matchLabels: { tier: 'bus' } });
});

test('pods of another namespace than the server are refused', () => {
  expect(() => policyOf({ selects: PodSelection.namespace('other') })).toThrow('never selects pods of namespace other');
});

test('name, labels and annotations are taken over', () => {
  const { metadata } = policyOf({ name: 'x', labels: { a: 'b' }, annotations: { c: 'd' } });
  expect(metadata).toEqual({ name: 'x', namespace: 'nats', labels: { a: 'b' }, annotations: { c: 'd' } });
});

test('a server of unknown pods is refused', () => {
  expect(() => policyOf({ server: NatsServer.of({ service: 'nats', namespace: 'nats' }) }))
    .toThrow('apps: the pods of the NATS server are not known; give the server podLabels, or the policy selects');
});

test('a policy without any client is refused', () => {
  expect(() => policyOf({ clientNamespaces: [] })).toThrow('apps/policy: the policy would cut off every NATS client; name clientNamespaces, or clients');
});

test('a single client without namespace is refused', () => {
  expect(() => policyOf({ clients: [PodSelection.labels({ app: 'x' })] })).toThrow('apps/policy: a client has no namespace; give it');
});
