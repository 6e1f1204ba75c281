import * as kplus from 'cdk8s-plus-28';
import { appsChart, BOT as ANY, commonConfig, CONTAINER, find, render, synth, templateOf, variablesOf } from './support';
import { HttpsApi, KnownSecret } from '../../src/address';
import { AppConfig } from '../../src/config';
import { NatsAwareStatefulSet } from '../../src/workload';

const BOT = { ...ANY, containers: [{ ...CONTAINER, portNumber: 8080 }] };

test('the selector and the pods carry the identity', () => {
  const objects = render(chart => new NatsAwareStatefulSet(chart, 'store', BOT));
  expect(find(objects, 'StatefulSet').spec.selector).toEqual({ matchLabels: { app: 'bot' } });
  expect(templateOf(objects, 'StatefulSet').metadata.labels).toEqual({ app: 'bot' });
});

test('it can be exposed', () => {
  const objects = render(chart => {
    new NatsAwareStatefulSet(chart, 'store', BOT).exposeHttp({ targetPort: 8080 });
  });
  expect(find(objects, 'Service', 'bot').spec.selector).toEqual({ app: 'bot' });
});

test('its connections are wired, in containers that are added later too', () => {
  const chart = appsChart();
  const store = new NatsAwareStatefulSet(chart, 'store', { ...BOT, config: commonConfig(chart) });
  store.useConfig(new AppConfig(chart, 'settings', { name: 'settings', data: { A: '1' } }));
  store.useSecret(KnownSecret.of({ name: 'credentials', keys: ['uri'] }), { keys: ['uri'] });
  store.connectTo(HttpsApi.of('a.example.com', { env: 'API_URL' }));
  store.addContainer({ name: 'late', image: 'x:1' });
  store.addInitContainer({ name: 'init', image: 'x:1' });
  const objects = synth(chart);
  const { containers, initContainers } = templateOf(objects, 'StatefulSet').spec;
  const wired = [
    'NATS_ENABLED=config petrosa-common-config.NATS_ENABLED',
    'NATS_URL=config petrosa-common-config.NATS_URL',
    'A=config settings.A',
    'uri=secret credentials.uri',
    'API_URL=https://a.example.com',
  ];
  expect([...containers, ...initContainers].map(variablesOf)).toEqual([wired, wired, []]);
  expect(find(objects, 'NetworkPolicy').spec.podSelector).toEqual({ matchLabels: { app: 'bot' } });
});

test('it is selected by its identity', () => {
  const store = new NatsAwareStatefulSet(appsChart(), 'store', BOT);
  expect(store.toPodSelectorConfig().labelSelector._toKube()).toEqual({ matchLabels: { app: 'bot' } });
});

test('a name leaves room for the hash that the controller appends', () => {
  const make = (name: string) => new NatsAwareStatefulSet(appsChart(), 'store', { ...BOT, metadata: { name } });
  expect(make('a'.repeat(52)).name).toHaveLength(52);
  expect(() => make('a'.repeat(53))).toThrow('apps/store: "aaa');
});

test('a container that was made elsewhere is wired', () => {
  const chart = appsChart();
  new NatsAwareStatefulSet(chart, 'workload', { ...BOT, config: commonConfig(chart) }).attachContainer(new kplus.Container({ name: 'ready', image: 'x:1' }));
  expect(templateOf(synth(chart), 'StatefulSet').spec.containers.map(variablesOf)[1]).toHaveLength(2);
});
