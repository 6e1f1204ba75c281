import { App, Chart } from 'cdk8s';
import { IEndpoint, NatsServer, ServiceEndpoint } from '../../../src/address';
import { DefaultDenyPolicy } from '../../../src/network';
import { NatsAwareDeployment } from '../../../src/workload';
import { CONTAINER, find, names, synth } from '../support';

const SERVER = { service: 'api', namespace: 'backend', port: 80, podPort: 8000 };
const API = ServiceEndpoint.http({ ...SERVER, podLabels: { app: 'api' } });
const CLIENT_PEER = {
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'frontend' } },
  podSelector: { matchLabels: { app: 'web' } },
};

test('the policy of a workload that is exposed admits a client of another namespace', () => {
  const { client, target, chart } = parties();
  const service = target().exposeHttp({ targetPort: 8000 });
  client().connectTo(service);
  expect(find(synth(chart), 'NetworkPolicy', 'api-ingress').spec.ingress).toEqual([{
    from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'backend' } } }, CLIENT_PEER],
    ports: [{ port: 8000, protocol: 'TCP' }],
  }]);
});

test('a client may connect before its target is made and exposed', () => {
  const { client, target, chart } = parties();
  client().connectTo(API);
  target().exposeHttp({ targetPort: 8000 });
  expect(find(synth(chart), 'NetworkPolicy', 'api-ingress').spec.ingress[0].from).toContainEqual(CLIENT_PEER);
});

test('a workload that was open stays open', () => {
  const { client, target, chart } = parties();
  target();
  client().connectTo(API);
  expect(names(synth(chart), 'NetworkPolicy')).toEqual(['NetworkPolicy/web-egress']);
});

test.each(['before', 'after'])('where its namespace is default-deny, declared %s, the target admits the client alone', when => {
  const { client, target, chart } = parties();
  const deny = () => DefaultDenyPolicy.exists(chart, 'backend');
  if (when === 'before') deny();
  target();
  client().connectTo(API);
  if (when === 'after') deny();
  expect(find(synth(chart), 'NetworkPolicy', 'api-ingress').spec).toEqual({
    podSelector: { matchLabels: { app: 'api' } },
    policyTypes: ['Ingress'],
    ingress: [{ from: [CLIENT_PEER], ports: [{ port: 8000, protocol: 'TCP' }] }],
  });
});

test('a default-deny of egress alone makes no ingress policy', () => {
  const { client, target, chart } = parties();
  DefaultDenyPolicy.exists(chart, 'backend', { ingress: false });
  target();
  client().connectTo(API);
  expect(names(synth(chart), 'NetworkPolicy')).toEqual(['NetworkPolicy/web-egress']);
});

test.each<[string, IEndpoint]>([
  ['other labels', ServiceEndpoint.http({ ...SERVER, podLabels: { app: 'api', tier: 'x' } })],
  ['another value', ServiceEndpoint.http({ ...SERVER, podLabels: { app: 'other' } })],
  ['another namespace', ServiceEndpoint.http({ ...SERVER, namespace: 'other', podLabels: { app: 'api' } })],
  ['no labels', ServiceEndpoint.http(SERVER)],
])('an endpoint of %s is not the target', (_, endpoint) => {
  const { client, target, chart } = parties();
  DefaultDenyPolicy.exists(chart, 'backend');
  target();
  client().connectTo(endpoint);
  expect(names(synth(chart), 'NetworkPolicy')).toEqual(['NetworkPolicy/web-egress']);
});

test('a target with more labels than the endpoint is behind it', () => {
  const { client, target, chart } = parties();
  DefaultDenyPolicy.exists(chart, 'backend');
  target({ component: 'http', app: 'api' });
  client().connectTo(API);
  expect(names(synth(chart), 'NetworkPolicy')).toContain('NetworkPolicy/api-http-ingress');
});

test('a NATS server of the app admits its clients at its pod port', () => {
  const { client, target, chart } = parties();
  DefaultDenyPolicy.exists(chart, 'backend');
  target();
  const server = NatsServer.of({ service: 'nats', namespace: 'backend', podPort: 4333, podLabels: { app: 'api' } });
  client().connectTo(server.monitoring);
  expect(find(synth(chart), 'NetworkPolicy', 'api-ingress').spec.ingress).toEqual([{ from: [CLIENT_PEER], ports: [{ port: 8222, protocol: 'TCP' }] }]);
});

test('workloads of two apps do not know each other', () => {
  const { target, chart } = parties();
  DefaultDenyPolicy.exists(chart, 'backend');
  target();
  parties().client().connectTo(API);
  expect(names(synth(chart), 'NetworkPolicy')).toEqual([]);
});

/** Makers of a client and of its target, in two charts of one app. */
function parties() {
  const app = new App();
  const frontend = new Chart(app, 'frontend', { namespace: 'frontend' });
  const backend = new Chart(app, 'backend', { namespace: 'backend' });
  const make = (chart: Chart, name: string, labels: { [key: string]: string }) =>
    new NatsAwareDeployment(chart, name, { metadata: { name }, labels, containers: [{ ...CONTAINER, ports: [{ number: 8000 }] }] });
  return {
    chart: backend,
    client: () => make(frontend, 'web', { app: 'web' }),
    target: (labels: { [key: string]: string } = { app: 'api' }) => make(backend, 'api', labels),
  };
}
