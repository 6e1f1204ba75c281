import * as kplus from 'cdk8s-plus-28';
import { appsChart, BOT, commonConfig, CONTAINER, find, render, synth, templateOf, variablesOf } from './support';
import { HttpsApi, KnownSecret } from '../../src/address';
import { AppConfig } from '../../src/config';
import { NatsAwareDaemonSet } from '../../src/workload';

test('the selector and the pods carry the identity', () => {
  const objects = render(chart => new NatsAwareDaemonSet(chart, 'agent', BOT));
  expect(find(objects, 'DaemonSet').spec.selector).toEqual({ matchLabels: { app: 'bot' } });
  expect(templateOf(objects, 'DaemonSet').metadata.labels).toEqual({ app: 'bot' });
});

test('it can be exposed', () => {
  const objects = render(chart => {
    new NatsAwareDaemonSet(chart, 'agent', { ...BOT, containers: [{ ...CONTAINER, portNumber: 8080 }] }).exposeHttp({ targetPort: 8080 });
  });
  expect(find(objects, 'Service').spec.selector).toEqual({ app: 'bot' });
});

test('its connections are wired, in containers that are added later too', () => {
  const chart = appsChart();
  const agent = new NatsAwareDaemonSet(chart, 'agent', { ...BOT, config: commonConfig(chart) });
  agent.useConfig(new AppConfig(chart, 'settings', { name: 'settings', data: { A: '1' } }));
  agent.useSecret(KnownSecret.of({ name: 'credentials', keys: ['uri'] }), { keys: ['uri'] });
  agent.connectTo(HttpsApi.of('a.example.com', { env: 'API_URL' }));
  agent.addContainer({ name: 'late', image: 'x:1' });
  agent.addInitContainer({ name: 'init', image: 'x:1' });
  const objects = synth(chart);
  const { containers, initContainers } = templateOf(objects, 'DaemonSet').spec;
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
  const agent = new NatsAwareDaemonSet(appsChart(), 'agent', BOT);
  expect(agent.toPodSelectorConfig().labelSelector._toKube()).toEqual({ matchLabels: { app: 'bot' } });
});

test('an init container that is added later has the defaults, and is wired where it is named', () => {
  const chart = appsChart();
  const agent = new NatsAwareDaemonSet(chart, 'agent', { ...BOT, config: commonConfig(chart), wiredContainers: ['init'] });
  agent.addInitContainer({ name: 'init', image: 'x:1' });
  const [init] = templateOf(synth(chart), 'DaemonSet').spec.initContainers;
  expect(variablesOf(init)).toEqual([
    'NATS_ENABLED=config petrosa-common-config.NATS_ENABLED',
    'NATS_URL=config petrosa-common-config.NATS_URL',
  ]);
  expect(init.resources).toEqual({ requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '500m', memory: '256Mi' } });
  expect(init.securityContext.capabilities).toEqual({ drop: ['ALL'] });
});

test('a container that was made elsewhere is wired', () => {
  const chart = appsChart();
  new NatsAwareDaemonSet(chart, 'workload', { ...BOT, config: commonConfig(chart) }).attachContainer(new kplus.Container({ name: 'ready', image: 'x:1' }));
  expect(templateOf(synth(chart), 'DaemonSet').spec.containers.map(variablesOf)[1]).toHaveLength(2);
});
