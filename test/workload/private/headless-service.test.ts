import * as kplus from 'cdk8s-plus-28';
import { NatsAwareStatefulSet, NatsAwareStatefulSetProps } from '../../../src/workload';
import { appsChart, BOT, CONTAINER, find, render, synth } from '../support';

const PROPS = { ...BOT, containers: [{ ...CONTAINER, portNumber: 4222, ports: [{ number: 8222, name: 'monitor' }] }] };

function rendered(props: Partial<NatsAwareStatefulSetProps> = {}): any[] {
  return render(chart => new NatsAwareStatefulSet(chart, 'nats', { ...PROPS, ...props }));
}

test('the pods get their names from a headless Service that selects the identity', () => {
  const objects = rendered();
  const service = find(objects, 'Service');
  expect(service.metadata).toEqual({ name: 'bot-headless', namespace: 'petrosa-apps', labels: { app: 'bot' } });
  expect(service.spec).toMatchObject({ clusterIP: 'None', selector: { app: 'bot' } });
  expect(find(objects, 'StatefulSet').spec.serviceName).toBe('bot-headless');
});

test('its ports are those of the containers, each with a name', () => {
  expect(find(rendered(), 'Service').spec.ports).toEqual([
    { name: 'port-4222', port: 4222, targetPort: 4222 },
    { name: 'monitor', port: 8222, targetPort: 8222 },
  ]);
});

test.each<[string, kplus.ContainerPort[], object[]]>([
  ['TCP and UDP on one port are two, named apart', [{ number: 53 }, { number: 53, protocol: kplus.Protocol.UDP }], [
    { name: 'port-53', port: 53, targetPort: 53 },
    { name: 'port-53-udp', port: 53, targetPort: 53, protocol: 'UDP' },
  ]],
  ['one port of two containers is one', [{ number: 80 }, { number: 80, protocol: kplus.Protocol.TCP }], [{ name: 'port-80', port: 80, targetPort: 80 }]],
  ['one name of two containers is that of the first', [{ number: 80, name: 'http' }, { number: 81, name: 'http' }], [
    { name: 'http', port: 80, targetPort: 80 },
    { name: 'port-81-tcp', port: 81, targetPort: 81 },
  ]],
])('%s', (_, ports, expected) => {
  const containers = ports.map((port, i) => ({ name: `c${i}`, image: 'x:1', ports: [port] }));
  expect(find(rendered({ containers }), 'Service').spec.ports).toEqual(expected);
});

test('it lives in the namespace of the StatefulSet', () => {
  expect(find(rendered({ metadata: { name: 'bot', namespace: 'nats' } }), 'Service').metadata.namespace).toBe('nats');
});

test('a given Service is used instead, and selects the identity', () => {
  const chart = appsChart();
  const service = new kplus.Service(chart, 'service', { metadata: { name: 'own' }, ports: [{ port: 4222 }], clusterIP: 'None' });
  new NatsAwareStatefulSet(chart, 'nats', { ...PROPS, service });
  const objects = synth(chart);
  expect(find(objects, 'Service')).toMatchObject({ metadata: { name: 'own' }, spec: { selector: { app: 'bot' } } });
  expect(find(objects, 'StatefulSet').spec.serviceName).toBe('own');
});

test('without ports there is no Service', () => {
  expect(() => rendered({ containers: [CONTAINER] })).toThrow('apps/nats: a StatefulSet needs a Service and no container declares a port');
});

test.each(['1bot', 'a.b'])('the name %s gives its Service none', name => {
  expect(() => rendered({ metadata: { name } })).toThrow(`apps/nats: its Service cannot be named ${name}-headless`);
});

test('a Service of the same name is refused', () => {
  const chart = appsChart();
  new NatsAwareStatefulSet(chart, 'nats', PROPS);
  const web = new NatsAwareStatefulSet(chart, 'web', { ...PROPS, metadata: { name: 'web' }, labels: { app: 'web' } });
  expect(() => web.exposeHttp({ targetPort: 4222, serviceName: 'bot-headless' })).toThrow('Service bot-headless is rendered by apps/nats-headless as well');
});
