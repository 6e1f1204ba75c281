import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { appsChart, BOT, commonConfig, find, render, synth, templateOf, variablesOf } from './support';
import { HttpsApi, KnownSecret } from '../../src/address';
import { AppConfig } from '../../src/config';
import { NatsAwareJob, NatsAwareJobProps } from '../../src/workload';

const rendered = (props: Partial<NatsAwareJobProps> = {}) => find(render(chart => new NatsAwareJob(chart, 'job', { ...BOT, ...props })), 'Job');

test('how many pods run, and have to succeed, can be said', () => {
  expect(rendered({ parallelism: 3, completions: 6 }).spec).toMatchObject({ parallelism: 3, completions: 6 });
});

test('neither is rendered by default', () => {
  expect(Object.keys(rendered().spec)).toEqual(['template']);
});

test('the settings of cdk8s-plus stay', () => {
  expect(rendered({ activeDeadline: Duration.minutes(1), backoffLimit: 0, ttlAfterFinished: Duration.hours(1) }).spec)
    .toMatchObject({ activeDeadlineSeconds: 60, backoffLimit: 0, ttlSecondsAfterFinished: 3600 });
});

test('the pods carry the identity and run once', () => {
  const template = templateOf([rendered()], 'Job');
  expect(template.metadata).toEqual({ labels: { app: 'bot' } });
  expect(template.spec.restartPolicy).toBe('Never');
});

test('a name is at most 63 characters long, as it is a label of the pods', () => {
  const name = `${'a'.repeat(40)}.${'b'.repeat(22)}`;
  expect(rendered({ metadata: { name } }).metadata.name).toBe(name);
  expect(() => rendered({ metadata: { name: `${name}b` } })).toThrow('at most 63');
});

test('its connections are wired, in containers that are added later too', () => {
  const chart = appsChart();
  const job = new NatsAwareJob(chart, 'job', { ...BOT, config: commonConfig(chart) });
  job.useConfig(new AppConfig(chart, 'settings', { name: 'settings', data: { A: '1' } }));
  job.useSecret(KnownSecret.of({ name: 'credentials', keys: ['uri'] }), { keys: ['uri'] });
  job.connectTo(HttpsApi.of('a.example.com', { env: 'API_URL' }));
  job.addContainer({ name: 'late', image: 'x:1' });
  job.addInitContainer({ name: 'init', image: 'x:1' });
  const objects = synth(chart);
  const { containers, initContainers } = templateOf(objects, 'Job').spec;
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
  const job = new NatsAwareJob(appsChart(), 'job', BOT);
  expect(job.toPodSelectorConfig().labelSelector._toKube()).toEqual({ matchLabels: { app: 'bot' } });
});

test('a container that was made elsewhere is wired', () => {
  const chart = appsChart();
  new NatsAwareJob(chart, 'workload', { ...BOT, config: commonConfig(chart) }).attachContainer(new kplus.Container({ name: 'ready', image: 'x:1' }));
  expect(templateOf(synth(chart), 'Job').spec.containers.map(variablesOf)[1]).toHaveLength(2);
});
