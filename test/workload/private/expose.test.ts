import { Chart } from 'cdk8s';
import { ExposeHttpOptions, NatsAwareDeployment } from '../../../src/workload';
import { appsChart, BOT, bot, botWith, CONTAINER, find, render, synth } from '../support';

const PORTS = { ports: [{ number: 8080 }, { number: 9090 }] };
const exposed = (options: Partial<ExposeHttpOptions> = {}) => render(chart => botWith(chart, PORTS).exposeHttp({ targetPort: 8080, ...options }));

test('the Service has the name, the namespace and the identity of the workload', () => {
  const { metadata, spec } = find(exposed(), 'Service');
  expect(metadata).toEqual({ name: 'bot', namespace: 'petrosa-apps', labels: { app: 'bot' } });
  expect(spec.selector).toEqual({ app: 'bot' });
});

test('port 80 goes to the target port', () => {
  expect(find(exposed(), 'Service').spec.ports).toEqual([{ name: 'http', port: 80, targetPort: 8080, protocol: 'TCP' }]);
});

test('further ports have the same port on the pods unless another is given', () => {
  const additionalPorts = [{ name: 'metrics', port: 9090 }, { name: 'admin', port: 81, targetPort: 8080 }];
  expect(find(exposed({ port: 8000, additionalPorts }), 'Service').spec.ports.map((port: any) => [port.name, port.port, port.targetPort]))
    .toEqual([['http', 8000, 8080], ['metrics', 9090, 9090], ['admin', 81, 8080]]);
});

test('name, labels and annotations of the Service can be given; the selector stays', () => {
  const { metadata, spec } = find(exposed({ serviceName: 'api', labels: { tier: 'x' }, annotations: { a: 'b' } }), 'Service');
  expect(metadata).toMatchObject({ name: 'api', labels: { app: 'bot', tier: 'x' }, annotations: { a: 'b' } });
  expect(spec.selector).toEqual({ app: 'bot' });
});

test('the Service lives in the namespace of its workload, not of the chart', () => {
  const objects = render(chart => {
    const metadata = { name: 'bot', namespace: 'other' };
    new NatsAwareDeployment(chart, 'bot', { ...BOT, metadata, containers: [{ ...CONTAINER, ...PORTS }] }).exposeHttp({ targetPort: 8080 });
  });
  expect(objects.map(object => object.metadata.namespace)).toEqual(['other', 'other', 'other']);
});

test('the ingress policy admits the own namespace and others on the pod ports', () => {
  const policy = find(exposed({ fromNamespaces: ['monitoring'], additionalPorts: [{ name: 'metrics', port: 90, targetPort: 9090 }] }), 'NetworkPolicy');
  const from = (name: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } });
  expect(policy.metadata.name).toBe('bot-ingress');
  expect(policy.spec).toEqual({
    podSelector: { matchLabels: { app: 'bot' } },
    policyTypes: ['Ingress'],
    ingress: [{
      from: [from('monitoring'), from('petrosa-apps')],
      ports: [{ port: 8080, protocol: 'TCP' }, { port: 9090, protocol: 'TCP' }],
    }],
  });
});

test('the name of the ingress policy can be given', () => {
  const containers = [{ ...CONTAINER, ...PORTS }];
  const objects = render(chart => bot(chart, { containers, ingressPolicyName: 'allow-web' }).exposeHttp({ targetPort: 8080 }));
  expect(find(objects, 'NetworkPolicy').metadata.name).toBe('allow-web');
});

test('the endpoint has the URL of the Service and the port of the pods', () => {
  const service = botWith(appsChart(), PORTS).exposeHttp({ port: 81, targetPort: 8080, env: 'BOT_URL', zone: 'example.org' });
  expect(service.url).toBe('http://bot.petrosa-apps.svc.example.org:81');
  expect(service.egress).toEqual([{ peers: [{ namespace: 'petrosa-apps', podLabels: { app: 'bot' } }], ports: [{ port: 8080 }] }]);
  expect(service.variables.map(variable => variable.name)).toEqual(['BOT_URL']);
});

test('a target port that no container declares fails the synth', () => {
  expect(() => exposed({ targetPort: 1234 })).toThrow('[apps/bot] the Service sends port http to 1234, which no container declares; '
    + 'add ports: [{ number: 1234 }] to the container that listens there, or correct targetPort (declared: 8080, 9090)');
});

test('a container that is added later may declare the target port', () => {
  const chart = appsChart();
  const workload = bot(chart);
  workload.exposeHttp({ targetPort: 8080 });
  workload.addContainer({ name: 'web', image: 'web:1', ports: [{ number: 8080 }] });
  expect(find(synth(chart), 'Service').spec.ports[0].targetPort).toBe(8080);
});

test('a Service without namespace throws', () => {
  expect(() => botWith(new Chart(appsChart().node.root, 'loose'), PORTS).exposeHttp({ targetPort: 8080 })).toThrow('a Service without a namespace has no full DNS name');
});

test.each<[Partial<ExposeHttpOptions>, string]>([
  [{ additionalPorts: [{ name: 'http', port: 81 }] }, 'two ports of the Service have the same name'],
  [{ additionalPorts: [{ name: 'x', port: 80 }] }, 'two ports of the Service have the same port'],
  [{ additionalPorts: [{ name: 'Metrics', port: 81 }] }, '"Metrics" is no name of a Service port'],
  [{ additionalPorts: [{ name: 'a-name-too-long1', port: 81 }] }, 'is no name of a Service port'],
  [{ additionalPorts: [{ name: 'x', port: 81, targetPort: 0 }] }, 'target of port x 0 is no port'],
  [{ port: 70000 }, 'port http 70000 is no port'],
  [{ targetPort: 70000 }, 'target of port http 70000 is no port'],
  [{ serviceName: '1bot' }, "service '1bot' is no DNS label"],
  [{ fromNamespaces: ['Bad'] }, "'Bad' is no name of a namespace"],
])('%j is refused with the path', (options, message) => {
  expect(() => exposed(options)).toThrow(message);
  expect(() => exposed(options)).toThrow('apps/');
});

test('two Services of one name are refused', () => {
  const chart = appsChart();
  botWith(chart, PORTS).exposeHttp({ targetPort: 8080 });
  const other = new NatsAwareDeployment(chart, 'other', { metadata: { name: 'other' }, labels: { app: 'other' }, containers: [{ ...CONTAINER, ...PORTS }] });
  expect(() => other.exposeHttp({ targetPort: 8080, serviceName: 'bot' })).toThrow('apps/other: Service bot is rendered by apps/bot as well');
});
