import { App, Chart, ChartProps } from 'cdk8s';
import { IEndpoint, NatsServer, ServiceEndpoint } from '../../../src/address';
import { Warnings } from '../../../src/app';
import { DefaultDenyPolicy, IngressPolicy, PodSelection } from '../../../src/network';
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
  const deny = () => DefaultDenyPolicy.declare(chart, 'backend');
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
  new DefaultDenyPolicy(chart, 'deny', { ingress: false });
  target();
  client().connectTo(API);
  expect(names(synth(chart), 'NetworkPolicy')).not.toContain('NetworkPolicy/api-ingress');
});

test.each<[string, IEndpoint]>([
  ['other labels', ServiceEndpoint.http({ ...SERVER, podLabels: { app: 'api', tier: 'x' } })],
  ['another value', ServiceEndpoint.http({ ...SERVER, podLabels: { app: 'other' } })],
  ['another namespace', ServiceEndpoint.http({ ...SERVER, namespace: 'other', podLabels: { app: 'api' } })],
])('an endpoint of %s is not the target', (_, endpoint) => {
  const { client, target, chart } = parties();
  DefaultDenyPolicy.declare(chart, 'backend');
  target();
  client().connectTo(endpoint);
  expect(names(synth(chart), 'NetworkPolicy')).toEqual(['NetworkPolicy/web-egress']);
});

test('a target with more labels than the endpoint is behind it', () => {
  const { client, target, chart } = parties();
  DefaultDenyPolicy.declare(chart, 'backend');
  target({ component: 'http', app: 'api' });
  client().connectTo(API);
  expect(names(synth(chart), 'NetworkPolicy')).toContain('NetworkPolicy/api-http-ingress');
});

test('a NATS server of the app admits its clients at its pod port', () => {
  const { client, target, chart } = parties();
  DefaultDenyPolicy.declare(chart, 'backend');
  target();
  const server = NatsServer.of({ service: 'nats', namespace: 'backend', podPort: 4333, podLabels: { app: 'api' } });
  client().connectTo(server.monitoring);
  expect(find(synth(chart), 'NetworkPolicy', 'api-ingress').spec.ingress).toEqual([{ from: [CLIENT_PEER], ports: [{ port: 8222, protocol: 'TCP' }] }]);
});

test('workloads of two apps do not know each other', () => {
  const { target, chart } = parties();
  DefaultDenyPolicy.declare(chart, 'backend');
  target();
  parties().client().connectTo(API);
  expect(names(synth(chart), 'NetworkPolicy')).toEqual([]);
});

test('a workload stays open where only another chart, which may go to another cluster, is default-deny in that namespace', () => {
  const { client, target, chart } = parties();
  new DefaultDenyPolicy(new Chart(App.of(chart), 'staging', { namespace: 'backend' }), 'deny');
  target();
  client().connectTo(API);
  expect(names(synth(chart), 'NetworkPolicy')).not.toContain('NetworkPolicy/api-ingress');
});

test.each(['before', 'after'])('a client of no known namespace that connects %s the target of a known one is made is refused', when => {
  const { client, target } = parties({});
  const connect = () => client().connectTo(API);
  expect(when === 'after' ? () => [target(), connect()] : () => [connect(), target()])
    .toThrow('frontend/web: connects to backend/api of namespace backend, which cannot admit a client of no known namespace; give the chart a namespace');
});

test('a target is found by labels of its pods that are not part of its identity', () => {
  const { client, target, chart } = parties();
  DefaultDenyPolicy.declare(chart, 'backend');
  target({ component: 'http' }).podMetadata.addLabel('app', 'api');
  client().connectTo(API);
  expect(find(synth(chart), 'NetworkPolicy', 'http-ingress').spec.ingress[0].from).toEqual([CLIENT_PEER]);
});

test.each<[string, (target: NatsAwareDeployment) => PodSelection]>([
  ['its workload', target => PodSelection.workload(target)],
  ['labels', () => PodSelection.labels({ app: 'api' })],
  ['its namespace', () => PodSelection.namespace()],
])('a target that an ingress policy isolates by %s admits the client as well', (_what, selects) => {
  const { client, target, chart } = parties();
  new IngressPolicy(chart, 'own', { name: 'own', selects: selects(target()), admits: [{ peers: [{ namespace: 'other' }], ports: [{ port: 1 }] }] });
  client().connectTo(API);
  expect(find(synth(chart), 'NetworkPolicy', 'api-ingress').spec.ingress).toEqual([{ from: [CLIENT_PEER], ports: [{ port: 8000, protocol: 'TCP' }] }]);
});

test('an ingress policy for other pods isolates nobody else', () => {
  const { client, target, chart } = parties();
  const selects = PodSelection.labels({ app: 'other' });
  new IngressPolicy(chart, 'own', { name: 'own', selects, admits: [{ peers: [{ namespace: 'other' }], ports: [{ port: 1 }] }] });
  target();
  client().connectTo(API);
  expect(names(synth(chart), 'NetworkPolicy')).not.toContain('NetworkPolicy/api-ingress');
});

describe('a connection without podLabels', () => {
  const SHUT_OUT = 'frontend/web: connects to http://api.backend.svc.cluster.local:80 without podLabels, '
    + 'so no workload of namespace backend admits it; give podLabels';
  const shutOut = (chart: Chart) => Warnings.all(chart).filter(warning => warning.includes('podLabels'));

  test('is warned about in a default-deny namespace with workloads of the app', () => {
    const { client, target, chart } = parties();
    client().connectTo(ServiceEndpoint.http(SERVER));
    target();
    new DefaultDenyPolicy(chart, 'deny');
    expect(shutOut(chart)).toEqual([SHUT_OUT]);
  });

  test('is fine in an open namespace', () => {
    const { client, target, chart } = parties();
    target();
    client().connectTo(ServiceEndpoint.http(SERVER));
    expect(shutOut(chart)).toEqual([]);
  });

  test('is fine where the namespace has no other workload of the app', () => {
    const { client, chart } = parties({ namespace: 'backend' });
    DefaultDenyPolicy.declare(App.of(chart), 'backend');
    client().connectTo(ServiceEndpoint.http(SERVER));
    expect(shutOut(chart)).toEqual([]);
  });
});

/** Makers of a client and of its target, in two charts of one app. */
function parties(frontendProps: ChartProps = { namespace: 'frontend' }) {
  const app = new App();
  const frontend = new Chart(app, 'frontend', frontendProps);
  const backend = new Chart(app, 'backend', { namespace: 'backend' });
  const make = (chart: Chart, name: string, labels: { [key: string]: string }) =>
    new NatsAwareDeployment(chart, name, { metadata: { name }, labels, containers: [{ ...CONTAINER, ports: [{ number: 8000 }] }] });
  return {
    chart: backend,
    client: () => make(frontend, 'web', { app: 'web' }),
    target: (labels: { [key: string]: string } = { app: 'api' }) => make(backend, 'api', labels),
  };
}
