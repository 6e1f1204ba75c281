import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { KnownSecret, NatsScheme, NatsServer } from '../../../src/address';
import { AppConfig } from '../../../src/config';
import { NatsAwareCronJob, JobSchedule, WaitForNatsOptions } from '../../../src/workload';
import { appsChart, bot, commonConfig, containerOf, find, render, synth, templateOf, variablesOf } from '../support';

function waiting(options: WaitForNatsOptions = {}): any {
  return containerOf(render(chart => bot(chart, { config: commonConfig(chart), waitForNats: options })), 'wait-for-nats');
}

test('the container that waits is the first one', () => {
  const objects = render(chart => bot(chart, { config: commonConfig(chart), waitForNats: {}, initContainers: [{ name: 'migrate', image: 'x:1' }] }));
  expect(templateOf(objects).spec.initContainers.map(({ name }: any) => name)).toEqual(['wait-for-nats', 'migrate']);
});

test('other init containers keep their own variables', () => {
  const objects = render(chart => bot(chart, {
    config: commonConfig(chart), waitForNats: {}, initContainers: [{ name: 'migrate', image: 'x:1', envVariables: { STEP: kplus.EnvValue.fromValue('1') } }],
  }));
  expect(variablesOf(containerOf(objects, 'migrate'))).toEqual(['STEP=1']);
});

test('it is told the server by the key of the ConfigMap, and the deadline', () => {
  expect(variablesOf(waiting())).toEqual(['NATS_URL=config petrosa-common-config.NATS_URL', 'DEADLINE_SECONDS=120']);
});

test('it is told the server by NATS_URL, whatever the variable of the program is called', () => {
  const chart = appsChart();
  const settings = new AppConfig(chart, 'settings', { name: 'settings' });
  bot(chart, { waitForNats: {} }).connectTo(NatsServer.of({ service: 'bus', namespace: 'nats' }), { config: settings, env: 'BUS_URL' });
  expect(variablesOf(containerOf(synth(chart), 'wait-for-nats'))).toContain('NATS_URL=config settings.BUS_URL');
});

test('it waits for the first of two servers', () => {
  const chart = appsChart();
  const settings = new AppConfig(chart, 'settings', { name: 'settings' });
  bot(chart, { config: commonConfig(chart), waitForNats: {} }).connectTo(NatsServer.of({ service: 'other', namespace: 'nats' }), { config: settings, env: 'OTHER_URL' });
  expect(variablesOf(containerOf(synth(chart), 'wait-for-nats'))).toContain('NATS_URL=config petrosa-common-config.NATS_URL');
});

test('it gets no credentials, since it does not log in', () => {
  expect(variablesOf(withLogin({})).join()).not.toContain('secret');
});

test('a command of its own gets the credentials', () => {
  expect(variablesOf(withLogin({ image: 'natsio/nats-box:0.14.5', command: ['nats', 'rtt'] }))).toEqual(expect.arrayContaining(['NATS_USER=secret login.user', 'NATS_PASSWORD=secret login.password']));
});

test.each([
  ['busybox:1.36.1', 'IfNotPresent'],
  ['registry.example:5000/tools/busybox@sha256:' + 'a'.repeat(64), 'IfNotPresent'],
  ['registry.example:5000/tools/busybox', 'Always'],
  ['busybox:latest', 'Always'],
])('the image %s has pull policy %s', (image, policy) => {
  expect(waiting({ image }).imagePullPolicy).toBe(policy);
});

test('it runs as nobody', () => {
  expect(waiting().securityContext).toMatchObject({ runAsUser: 65534, runAsGroup: 65534, runAsNonRoot: true, readOnlyRootFilesystem: true });
});

test('image, command and deadline can be others', () => {
  const { image, command, env } = waiting({ image: 'natsio/nats-box:0.14.5', command: ['nats', 'rtt'], deadline: Duration.seconds(30) });
  expect({ image, command, deadline: env.at(-1).value }).toEqual({ image: 'natsio/nats-box:0.14.5', command: ['nats', 'rtt'], deadline: '30' });
});

test('without the option nothing waits', () => {
  expect(templateOf(render(chart => bot(chart, { config: commonConfig(chart) }))).spec.initContainers).toBeUndefined();
});

test('a CronJob waits too', () => {
  const objects = render(chart => new NatsAwareCronJob(chart, 'job', {
    metadata: { name: 'job' }, labels: { app: 'job' }, schedule: JobSchedule.every(Duration.hours(1)), config: commonConfig(chart), waitForNats: {}, containers: [{ name: 'job', image: 'x:1' }],
  }));
  expect(find(objects, 'CronJob').spec.jobTemplate.spec.template.spec.initContainers[0].name).toBe('wait-for-nats');
});

test('there has to be a server to wait for', () => {
  expect(() => render(chart => bot(chart, { waitForNats: {} }))).toThrow('waitForNats waits for no server, since it connects to none');
});

test('a server that is reached by WebSocket is refused', () => {
  expect(() => overWebSocket({})).toThrow('waitForNats speaks no WebSocket, by which it reaches ws://bus.nats.svc.cluster.local:8080');
});

test('a command of its own may speak WebSocket', () => {
  expect(() => overWebSocket({ image: 'x:1', command: ['wait'] })).not.toThrow();
});

test.each([
  ['deadline', { deadline: Duration.millis(1500) }, 'waitForNats.deadline in seconds is 1.5; write a whole number from 1'],
  ['deadline', { deadline: Duration.seconds(0) }, 'waitForNats.deadline in seconds is 0; write a whole number from 1'],
  ['image', { image: '' }, 'waitForNats.image is ""; write a name without spaces'],
])('a %s that cannot be is refused', (_, options, message) => {
  expect(() => waiting(options)).toThrow(message);
});

function withLogin(options: WaitForNatsOptions): any {
  const chart = appsChart();
  const login = KnownSecret.of({ name: 'login', keys: ['user', 'password'] });
  const server = NatsServer.of({ service: 'bus', namespace: 'nats', credentials: { user: login.key('user'), password: login.key('password') } });
  bot(chart, { waitForNats: options }).connectTo(server, { config: new AppConfig(chart, 'settings', { name: 'settings' }) });
  return containerOf(synth(chart), 'wait-for-nats');
}

function overWebSocket(options: WaitForNatsOptions): void {
  const chart = appsChart();
  bot(chart, { waitForNats: options })
    .connectTo(NatsServer.of({ service: 'bus', namespace: 'nats', scheme: NatsScheme.WS, port: 8080 }), { config: new AppConfig(chart, 'settings', { name: 'settings' }) });
  synth(chart);
}
