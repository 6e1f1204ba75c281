import { App, Duration } from 'cdk8s';
import { manifestText } from './support';
import { KnownSecret, NatsScheme, NatsServer } from '../../src/address';
import { AppConfig } from '../../src/config';
import { NatsConnectionCheck, NatsConnectionCheckProps } from '../../src/monitoring';
import { Subject, SubjectPattern } from '../../src/subject';
import { verify } from '../../src/verify';
import { JobSchedule, NatsAwareDeploymentProps } from '../../src/workload';
import { setOf } from '../support/sets';
import { appsChart, bot, commonConfig, CONTAINER, find, names, synth, variablesOf } from '../workload/support';

type Options = Omit<NatsConnectionCheckProps, 'workload'>;

/** What is rendered for a workload and the check of its connection. */
function checked(options: Options = {}, workload: Partial<NatsAwareDeploymentProps> = {}): any[] {
  const chart = appsChart();
  new NatsConnectionCheck(chart, 'check', { workload: bot(chart, { config: commonConfig(chart), ...workload }), ...options });
  return synth(chart);
}

function jobOf(objects: any[]): any {
  return find(objects, 'Job').spec.template;
}

test('the check is a Job named after the workload', () => {
  expect(names(checked(), 'Job')).toEqual(['Job/bot-nats-check']);
});

test('with a schedule it is a CronJob', () => {
  expect(names(checked({ schedule: JobSchedule.every(Duration.minutes(30)), name: 'way-to-nats' }), 'CronJob')).toEqual(['CronJob/way-to-nats']);
});

test('its pods have the labels of the workload, those beside the identity too', () => {
  const { metadata } = jobOf(checked({}, { podMetadata: { labels: { team: 'quotes' } } }));
  expect(metadata.labels).toEqual({ app: 'bot', team: 'quotes' });
});

test('it brings no policy of its own', () => {
  expect(names(checked(), 'NetworkPolicy')).toEqual(['NetworkPolicy/bot-egress']);
});

test('its image is not pulled again while a node has it, since its tag does not move', () => {
  expect(jobOf(checked()).spec.containers[0]).toMatchObject({ image: 'busybox:1.36.1', imagePullPolicy: 'IfNotPresent' });
});

test('its pods are never ready, so that no Service takes them', () => {
  expect(jobOf(checked()).spec.containers[0].readinessProbe.exec.command).toEqual(['false']);
});

test('the verifier finds nothing in the check of a workload that a Service selects', () => {
  const chart = appsChart();
  const workload = bot(chart, { config: commonConfig(chart), containers: [{ ...CONTAINER, portNumber: 8080 }] });
  workload.exposeHttp({ targetPort: 8080 });
  const codes = () => verify(setOf(manifestText(synth(chart))), []).findings.map(({ code }) => code);
  const without = codes();
  new NatsConnectionCheck(chart, 'check', { workload });
  expect(codes()).toEqual(without);
});

test('it is told what the workload is told of the server', () => {
  expect(variablesOf(jobOf(checked()).spec.containers[0])).toEqual(['NATS_ENABLED=config petrosa-common-config.NATS_ENABLED', 'NATS_URL=config petrosa-common-config.NATS_URL', 'TRIES=5']);
});

test('it logs in as the workload does', () => {
  const chart = appsChart();
  const login = KnownSecret.of({ name: 'login', keys: ['token'] });
  const workload = bot(chart);
  workload.connectTo(NatsServer.of({ service: 'bus', namespace: 'nats', credentials: { token: login.key('token') } }),
    { config: new AppConfig(chart, 'settings', { name: 'settings' }), env: 'BUS_URL' });
  new NatsConnectionCheck(chart, 'check', { workload });
  expect(variablesOf(jobOf(synth(chart)).spec.containers[0])).toEqual(['NATS_URL=config settings.BUS_URL', 'NATS_TOKEN=secret login.token', 'TRIES=5']);
});

const SUBJECTS = {
  publishes: [Subject.of('ticks.btc', { subscribedElsewhere: true }).inProgram(), Subject.of('ticks.{symbol}', { subscribedElsewhere: true }).inProgram()],
  subscribes: [SubjectPattern.of('orders.>', { publishedElsewhere: true }).inProgram({ queueGroup: 'bots' }), Subject.of('fills.{symbol}', { publishedElsewhere: true }).inProgram()],
};

test('it tries subjects only where it is told to', () => {
  expect(variablesOf(jobOf(checked({}, SUBJECTS)).spec.containers[0]).filter(variable => /^(SUB|PUB)/.test(variable))).toEqual([]);
});

test('it subscribes to what the workload subscribes to, without queue groups', () => {
  expect(variablesOf(jobOf(checked({ subscribe: true }, SUBJECTS)).spec.containers[0])).toContain('SUBSCRIBE=fills.* orders.>');
});

test('it publishes to the subjects in which the program fills nothing in', () => {
  expect(variablesOf(jobOf(checked({ publish: true }, SUBJECTS)).spec.containers[0])).toContain('PUBLISH=ticks.btc');
});

test('a failed check is not hidden by another pod', () => {
  expect(find(checked(), 'Job').spec).toMatchObject({ backoffLimit: 0, template: { spec: { restartPolicy: 'Never' } } });
});

test('its server is documented', () => {
  expect(find(checked(), 'Job').metadata.annotations).toEqual({ 'petrosa.io/nats-server': 'nats://nats-server.nats.svc.cluster.local:4222' });
});

test('it resolves names as the workload does', () => {
  expect(jobOf(checked({}, { dns: { searches: ['shop.example'] } })).spec.dnsConfig.searches).toEqual(['shop.example']);
});

test('the Job stays for as long as it is told', () => {
  expect(find(checked({ ttlAfterFinished: Duration.minutes(10) }), 'Job').spec.ttlSecondsAfterFinished).toBe(600);
});

test('image, command and tries can be others', () => {
  const { image, command, env } = jobOf(checked({ image: 'natsio/nats-box:0.14.5', command: ['nats', 'rtt'], tries: 1 })).spec.containers[0];
  expect({ image, command, tries: env.at(-1).value }).toEqual({ image: 'natsio/nats-box:0.14.5', command: ['nats', 'rtt'], tries: '1' });
});

test('a workload without NATS is refused', () => {
  const chart = appsChart();
  expect(() => new NatsConnectionCheck(chart, 'check', { workload: bot(chart) })).toThrow('apps/check: apps/bot connects to no NATS server so far; give the workload a config');
});

test('a workload of another chart is refused', () => {
  const app = new App();
  const chart = appsChart('apps', app);
  const workload = bot(chart, { config: commonConfig(chart) });
  expect(() => new NatsConnectionCheck(appsChart('others', app), 'check', { workload })).toThrow('apps/bot lives in another chart');
});

test('WebSocket is refused', () => {
  const chart = appsChart();
  const workload = bot(chart);
  workload.connectTo(NatsServer.of({ service: 'bus', namespace: 'nats', scheme: NatsScheme.WSS, port: 443 }), { config: new AppConfig(chart, 'settings', { name: 'settings' }) });
  expect(() => new NatsConnectionCheck(chart, 'check', { workload })).toThrow('it speaks no WebSocket, by which apps/bot reaches wss://bus.nats.svc.cluster.local:443');
});

test.each([[0], [1.5]])('%p tries are refused', (tries) => {
  expect(() => checked({ tries })).toThrow(`apps/check: tries is ${tries}; write a whole number from 1`);
});

test('a CronJob has no lifetime of its Jobs', () => {
  expect(() => checked({ schedule: JobSchedule.every(Duration.hours(1)), ttlAfterFinished: Duration.hours(1) })).toThrow('ttlAfterFinished is given beside schedule');
});
