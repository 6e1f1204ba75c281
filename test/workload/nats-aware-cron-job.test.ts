import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { appsChart, BOT, commonConfig, find, names, render, synth, templateOf, variablesOf } from './support';
import { HttpsApi, KnownSecret } from '../../src/address';
import { AppConfig } from '../../src/config';
import { JobSchedule, NatsAwareCronJob, NatsAwareCronJobProps } from '../../src/workload';

const schedule = JobSchedule.every(Duration.minutes(15), { offset: Duration.minutes(2) });
const rendered = (props: Partial<NatsAwareCronJobProps> = {}) =>
  find(render(chart => new NatsAwareCronJob(chart, 'job', { ...BOT, schedule, ...props })), 'CronJob');

test('the schedule is rendered', () => {
  expect(rendered().spec.schedule).toBe('2-59/15 * * * *');
  expect(rendered({ schedule: JobSchedule.expression('0 3 * * MON'), timeZone: 'Europe/Lisbon' }).spec).toMatchObject({
    schedule: '0 3 * * MON', timeZone: 'Europe/Lisbon',
  });
});

test('runs do not overlap, may start five minutes late, and leave three successes and one failure', () => {
  expect(rendered().spec).toMatchObject({
    concurrencyPolicy: 'Forbid',
    startingDeadlineSeconds: 300,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 1,
    suspend: false,
  });
});

test('the pod runs once, is given no token, and has the grace period of a client', () => {
  expect(templateOf([rendered()], 'CronJob').spec).toMatchObject({
    restartPolicy: 'Never', automountServiceAccountToken: false, terminationGracePeriodSeconds: 45,
  });
});

test('the lifetime of finished Jobs goes with the numbers retained', () => {
  const { spec } = rendered({ ttlAfterFinished: Duration.hours(1), successfulJobsRetained: 5, failedJobsRetained: 2 });
  expect(spec).toMatchObject({ successfulJobsHistoryLimit: 5, failedJobsHistoryLimit: 2 });
  expect(spec.jobTemplate.spec.ttlSecondsAfterFinished).toBe(3600);
});

test('other settings are those given', () => {
  const { spec } = rendered({
    concurrencyPolicy: kplus.ConcurrencyPolicy.REPLACE,
    startingDeadline: Duration.seconds(30),
    suspend: true,
    activeDeadline: Duration.minutes(10),
    backoffLimit: 2,
    restartPolicy: kplus.RestartPolicy.ON_FAILURE,
  });
  expect(spec).toMatchObject({ concurrencyPolicy: 'Replace', startingDeadlineSeconds: 30, suspend: true });
  expect(spec.jobTemplate.spec).toMatchObject({ activeDeadlineSeconds: 600, backoffLimit: 2, template: { spec: { restartPolicy: 'OnFailure' } } });
});

test('the Jobs carry the identity and labels of their own', () => {
  expect(rendered({ jobLabels: { period: '15m' } }).spec.jobTemplate.metadata).toEqual({ labels: { app: 'bot', period: '15m' } });
});

test('no selector and no lifetime are rendered by default', () => {
  const { spec } = rendered().spec.jobTemplate;
  expect(spec).not.toHaveProperty('selector');
  expect(spec).not.toHaveProperty('ttlSecondsAfterFinished');
});

test('a name is at most 52 characters long, as the controller appends eleven', () => {
  expect(rendered({ metadata: { name: 'a'.repeat(52) } }).metadata.name).toHaveLength(52);
  expect(() => rendered({ metadata: { name: 'a'.repeat(53) } })).toThrow('is no name that Kubernetes takes; write lowercase letters, digits, hyphens and dots, at most 52');
});

test('its connections are wired, in containers that are added later too', () => {
  const chart = appsChart();
  const job = new NatsAwareCronJob(chart, 'job', { ...BOT, schedule, config: commonConfig(chart) });
  job.useConfig(new AppConfig(chart, 'settings', { name: 'settings', data: { A: '1' } }));
  job.useSecret(KnownSecret.of({ name: 'credentials', keys: ['uri'] }), { keys: ['uri'] });
  job.connectTo(HttpsApi.of('a.example.com', { env: 'API_URL' }));
  job.addContainer({ name: 'late', image: 'x:1' });
  job.addInitContainer({ name: 'init', image: 'x:1' });
  const objects = synth(chart);
  const { containers, initContainers } = templateOf(objects, 'CronJob').spec;
  const wired = [
    'NATS_ENABLED=config petrosa-common-config.NATS_ENABLED',
    'NATS_URL=config petrosa-common-config.NATS_URL',
    'A=config settings.A',
    'uri=secret credentials.uri',
    'API_URL=https://a.example.com',
  ];
  expect([...containers, ...initContainers].map(variablesOf)).toEqual([wired, wired, []]);
  expect(initContainers[0].resources).toEqual(containers[0].resources);
  expect(find(objects, 'NetworkPolicy').spec.podSelector).toEqual({ matchLabels: { app: 'bot' } });
  expect(names(objects, 'CronJob')).toEqual(['CronJob/bot']);
});

test('it is selected by its identity', () => {
  const chart = appsChart();
  const job = new NatsAwareCronJob(chart, 'job', { ...BOT, schedule });
  expect(job.identity).toEqual({ app: 'bot' });
  const { labelSelector, namespaces } = job.toPodSelectorConfig();
  expect(labelSelector._toKube()).toEqual({ matchLabels: { app: 'bot' } });
  expect(namespaces?.names).toEqual(['petrosa-apps']);
});

test('a container that was made elsewhere is wired', () => {
  const chart = appsChart();
  new NatsAwareCronJob(chart, 'workload', { ...BOT, schedule, config: commonConfig(chart) }).attachContainer(new kplus.Container({ name: 'ready', image: 'x:1' }));
  expect(templateOf(synth(chart), 'CronJob').spec.containers.map(variablesOf)[1]).toHaveLength(2);
});
