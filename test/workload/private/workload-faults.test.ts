import { JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { AppConfig } from '../../../src/config';
import { NatsAwareDeployment } from '../../../src/workload';
import { workloadFaults } from '../../../src/workload/private/workload-faults';
import { appsChart, BOT, bot, botWith, commonConfig, CONTAINER, synth } from '../support';

const LABELS = { labels: BOT.labels };
const literals = (values: { [name: string]: string }) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, kplus.EnvValue.fromValue(value)]));

/** What is wrong with a Deployment after something has been done to it. */
function faultsAfter(change: (workload: NatsAwareDeployment) => void): string[] {
  const workload = bot(appsChart());
  change(workload);
  return workloadFaults(workload, LABELS);
}

test('a workload as it was made has no faults', () => {
  expect(faultsAfter(() => {})).toEqual([]);
});

test('a fault fails the synth, with the path', () => {
  const chart = appsChart();
  bot(chart).podMetadata.addLabel('app', 'other');
  expect(() => synth(chart)).toThrow('[apps/bot] pod label app is other and the identity says bot; remove it from podMetadata');
});

test('pod labels may be added later, and not against the identity', () => {
  expect(faultsAfter(workload => workload.podMetadata.addLabel('version', '1'))).toEqual([]);
  expect(faultsAfter(workload => workload.podMetadata.addLabel('app', 'x'))).toHaveLength(1);
});

test('a selector that asks for more than the identity is a fault', () => {
  const select = (selector: kplus.LabelSelector) => faultsAfter(workload => workload.select(selector));
  const fault = 'the selector asks for version, which the identity does not say; remove the call of select, or change labels';
  expect(select(kplus.LabelSelector.of({ labels: { version: '1' } }))).toEqual([fault]);
  expect(select(kplus.LabelSelector.of({ expressions: [kplus.LabelExpression.exists('version')] }))).toEqual([fault]);
  expect(select(kplus.LabelSelector.of({ labels: BOT.labels }))).toEqual([]);
});

test('wiredContainers that names no container is a fault', () => {
  const workload = bot(appsChart());
  expect(workloadFaults(workload, { ...LABELS, wiredContainers: ['bot', 'late'] })).toEqual([
    'wiredContainers names late, which is no container of it; the containers are bot',
  ]);
  workload.addInitContainer({ name: 'late', image: 'x:1' });
  expect(workloadFaults(workload, { ...LABELS, wiredContainers: ['bot', 'late'] })).toEqual([]);
});

test.each<{ [name: string]: string }>([
  { NATS_URL: 'x' },
  { NATS_ENABLED: 'true' },
  { BROKER: 'nats://nats-server:4222' },
  { BROKER: '10.0.0.1:4222' },
  { API: 'http://api.petrosa-apps.svc.cluster.local' },
  { API: 'http://api:8000/x' },
  { API: 'http://10.1.2.3' },
])('the literal %j hard-codes an address or NATS setting', values => {
  const workload = botWith(appsChart(), { envVariables: literals(values) });
  expect(workloadFaults(workload, LABELS)).toEqual([
    `variable ${Object.keys(values)[0]} of container bot hard-codes an address or NATS setting; declare it by config, connectTo or bind`,
  ]);
});

test.each<{ [name: string]: string }>([{ API: 'https://api.example.com' }, { HEALTH: 'http://localhost:8080' }, { BIND: 'http://0.0.0.0:8080' }, { X: '' }, { MODE: 'nats' }])(
  'the literal %j does not', values => {
    expect(workloadFaults(botWith(appsChart(), { envVariables: literals(values) }), LABELS)).toEqual([]);
  });

test('a literal that is added later, or to an init container, is seen', () => {
  expect(faultsAfter(workload => workload.containers[0].env.addVariable('NATS_URL', kplus.EnvValue.fromValue('x')))).toHaveLength(1);
  expect(faultsAfter(workload => workload.addInitContainer({ name: 'i', image: 'x:1', envVariables: literals({ NATS_URL: 'x' }) }))).toHaveLength(1);
});

test('a NATS URL among command and arguments is a fault, the wired variable is none', () => {
  const workload = botWith(appsChart(), { command: ['run', '--nats=nats://nats-server:4222'], args: ['nats-server:4222', '$(NATS_URL)'] });
  expect(workloadFaults(workload, LABELS)).toEqual([
    'an argument of container bot hard-codes a NATS URL; write $(NATS_URL), which is wired',
    'an argument of container bot hard-codes a NATS URL; write $(NATS_URL), which is wired',
  ]);
});

test('a variable without value is a fault', () => {
  const envVariables = { UNSET: kplus.EnvValue.fromProcess('PETROSA_TEST_UNSET') };
  expect(workloadFaults(botWith(appsChart(), { envVariables }), LABELS)).toEqual([
    'variable UNSET of container bot has neither value nor source; give it one, or remove it',
  ]);
});

test('a reference to a key that a known ConfigMap lacks is a fault, with the nearest key', () => {
  const chart = appsChart();
  const config = new AppConfig(chart, 'settings', { name: 'settings', data: { LOG_LEVEL: 'INFO' } });
  const workload = bot(chart);
  workload.containers[0].env.addVariable('LOG_LEVEL', kplus.EnvValue.fromConfigMap(config, 'LOGLEVEL'));
  workload.containers[0].env.addVariable('GOOD', kplus.EnvValue.fromConfigMap(config, 'LOG_LEVEL'));
  expect(workloadFaults(workload, LABELS)).toEqual([
    'variable LOG_LEVEL of container bot reads key LOGLEVEL, which ConfigMap settings lacks; did you mean LOG_LEVEL?',
  ]);
});

test('a reference to a ConfigMap that is not known is taken', () => {
  const chart = appsChart();
  const unknown = kplus.ConfigMap.fromConfigMapName(chart, 'unknown', 'unknown');
  const workload = botWith(chart, { envVariables: { X: kplus.EnvValue.fromConfigMap(unknown, 'X') } });
  expect(workloadFaults(workload, LABELS)).toEqual([]);
});

test.each([['/data', '/data'], ['/data', '/data/'], ['/', '/']])('two volumes at %s and %s are a fault', (first, second) => {
  const chart = appsChart();
  const volumeMounts = [first, second].map((path, i) => ({ path, volume: kplus.Volume.fromEmptyDir(chart, `v${i}`, `v${i}`) }));
  expect(workloadFaults(botWith(chart, { volumeMounts }), LABELS)).toEqual([
    `container bot mounts two volumes at ${first}, which Kubernetes refuses; remove one`,
  ]);
});

test('volumes at different places are none', () => {
  const chart = appsChart();
  const volumeMounts = ['/data', '/data/x'].map((path, i) => ({ path, volume: kplus.Volume.fromEmptyDir(chart, `v${i}`, `v${i}`) }));
  expect(workloadFaults(botWith(chart, { volumeMounts }), LABELS)).toEqual([]);
});

test('two containers of one name are a fault, also an init container and a regular one', () => {
  expect(faultsAfter(workload => workload.addContainer(CONTAINER))).toEqual(['two containers are named bot; give each its own name']);
  expect(faultsAfter(workload => workload.addInitContainer(CONTAINER))).toEqual(['two containers are named bot; give each its own name']);
});

test('what a patch of the rendered object does is the user\'s own', () => {
  const chart = appsChart();
  const workload = bot(chart, { config: commonConfig(chart) });
  const patch = JsonPatch.replace('/spec/template/metadata/labels/app', 'patched');
  (workload.node.defaultChild as any ?? workload.node.findChild('Resource')).addJsonPatch(patch);
  expect(synth(chart).find(object => object.kind === 'Deployment').spec.template.metadata.labels).toEqual({ app: 'patched' });
});

test.each<[string, string, string]>([
  ['DATABASE', 'mysql://bot:hunter2@db.example.com/app', 'holds a URL with user info'],
  ['API_SECRET', 'hunter2', 'is a credential by the name of its key'],
])('a literal credential in %s is a fault that does not say it', (name, value, found) => {
  expect(workloadFaults(botWith(appsChart(), { envVariables: literals({ [name]: value }) }), LABELS)).toEqual([
    `variable ${name} of container bot ${found}; put it into a Secret, and wire it by useSecret`,
  ]);
});

test('an optional key may be missing', () => {
  const chart = appsChart();
  const config = new AppConfig(chart, 'settings', { name: 'settings', data: { LOG_LEVEL: 'INFO' } });
  const workload = botWith(chart, { envVariables: { X: kplus.EnvValue.fromConfigMap(config, 'X', { optional: true }) } });
  expect(workloadFaults(workload, LABELS)).toEqual([]);
});

test('a health endpoint on no port is a fault', () => {
  const workload = botWith(appsChart(), { ports: [{ number: 53, protocol: kplus.Protocol.UDP }] });
  expect(workloadFaults(workload, { ...LABELS, readinessPath: '/ready' })).toEqual([
    'readinessPath is given and no container has a TCP port; give one its portNumber, or remove readinessPath',
  ]);
});

test('a health endpoint on a TCP port is none', () => {
  expect(workloadFaults(botWith(appsChart(), { portNumber: 8080 }), { ...LABELS, readinessPath: '/ready' })).toEqual([]);
});
