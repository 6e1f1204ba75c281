import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { AppConfig } from '../../../src/config';
import { JobSchedule, NatsAwareCronJob, NatsAwareDaemonSet, NatsAwareDeployment, NatsAwareJob, NatsAwareStatefulSet } from '../../../src/workload';
import { appsChart, BOT, bot, CONTAINER, render, synth, templateOf } from '../support';

const CHECKSUM = 'petrosa.io/config-checksum';
const WORKLOADS = {
  Deployment: NatsAwareDeployment,
  StatefulSet: NatsAwareStatefulSet,
  DaemonSet: NatsAwareDaemonSet,
  Job: NatsAwareJob,
  CronJob: NatsAwareCronJob,
};
const PROPS = { ...BOT, containers: [{ ...CONTAINER, portNumber: 80 }], schedule: JobSchedule.expression('@daily') };

type Use = (workload: NatsAwareDeployment, config: AppConfig, chart: Chart) => void;
const USES: [string, Use][] = [
  ['a wired key', (workload, config) => workload.useConfig(config)],
  ['a variable', (workload, config) => workload.containers[0].env.addVariable('X', kplus.EnvValue.fromConfigMap(config, 'KEY'))],
  ['envFrom', (workload, config) => workload.containers[0].env.copyFrom(kplus.Env.fromConfigMap(config))],
  ['a mounted volume', (workload, config, chart) => workload.containers[0].mount('/etc/bot', kplus.Volume.fromConfigMap(chart, 'volume', config))],
  ['a volume of the pod', (workload, config, chart) => workload.addVolume(kplus.Volume.fromConfigMap(chart, 'volume', config))],
  ['a container added later', (workload, config) => {
    const envVariables = { X: kplus.EnvValue.fromConfigMap(config, 'KEY') };
    workload.addContainer({ name: 'late', image: 'late:1', envVariables });
  }],
  ['an init container', (workload, config) => {
    const envVariables = { X: kplus.EnvValue.fromConfigMap(config, 'KEY') };
    workload.addInitContainer({ name: 'late', image: 'late:1', envVariables });
  }],
];

const [[, wired]] = USES;

test.each(['Deployment', 'StatefulSet', 'DaemonSet'] as const)('a %s has a checksum in its pod template', kind => {
  expect(checksumOf(kind)).toMatch(/^[0-9a-f]{16}$/);
});

test.each(['Job', 'CronJob'] as const)('a %s has none', kind => {
  expect(checksumOf(kind)).toBeUndefined();
});

test.each(USES)('a change of the data rolls the pods that use it by %s', (_, use) => {
  expect(checksumWith(use, 'one')).not.toBe(checksumWith(use, 'two'));
});

test.each(USES)('without a change of the data the pods that use it by %s stay', (_, use) => {
  expect(checksumWith(use, 'one')).toBe(checksumWith(use, 'one'));
  expect(checksumWith(use, 'one')).toBeDefined();
});

test('a config that the workload does not use does not roll it', () => {
  expect(checksumWith(() => {}, 'one')).toBeUndefined();
});

test('data that is added to the config later counts', () => {
  const late: Use = (workload, config) => {
    workload.useConfig(config);
    config.addData('LATE', 'x');
  };
  expect(checksumWith(late, 'one')).not.toBe(checksumWith(wired, 'one'));
});

test('data that is patched counts', () => {
  const patched: Use = (workload, config) => {
    workload.useConfig(config);
    ApiObject.of(config.node.findChild('Resource')).addJsonPatch(JsonPatch.replace('/data/KEY', 'patched'));
  };
  expect(checksumWith(patched, 'one')).not.toBe(checksumWith(wired, 'one'));
});

test('labels of the config do not count', () => {
  const labelled: Use = (workload, config) => {
    workload.useConfig(config);
    ApiObject.of(config.node.findChild('Resource')).addJsonPatch(JsonPatch.add('/metadata/labels', { x: 'y' }));
  };
  expect(checksumWith(labelled, 'one')).toBe(checksumWith(wired, 'one'));
});

test('the order of the uses does not count', () => {
  const checksum = (...order: string[]) => templateOf(render(chart => {
    const configs = new Map(['a', 'b'].map(name => [name, new AppConfig(chart, name, { name, data: { [name]: name } })]));
    const workload = bot(chart);
    for (const name of order) workload.useConfig(configs.get(name)!);
  })).metadata.annotations[CHECKSUM];
  expect(checksum('a', 'b')).toBe(checksum('b', 'a'));
});

test('an imported config has no checksum', () => {
  const objects = render(chart => bot(chart).useConfig(AppConfig.fromConfigMapName(chart, 'x', { name: 'x', keys: ['KEY'] }), { keys: ['KEY'] }));
  expect(templateOf(objects).metadata.annotations).toBeUndefined();
});

function checksumOf(kind: keyof typeof WORKLOADS): string | undefined {
  const objects = render(chart => {
    const workload = new WORKLOADS[kind](chart, 'bot', PROPS);
    workload.useConfig(new AppConfig(chart, 'config', { name: 'config', data: { KEY: 'x' } }));
  });
  return templateOf(objects, kind).metadata.annotations?.[CHECKSUM];
}

function checksumWith(use: Use, value: string): string | undefined {
  const chart = appsChart();
  const config = new AppConfig(chart, 'config', { name: 'config', data: { KEY: value }, readBy: 'this test' });
  use(bot(chart), config, chart);
  return templateOf(synth(chart)).metadata.annotations?.[CHECKSUM];
}

test.each<[string, (object: ApiObject) => void]>([
  ['a patch', object => object.addJsonPatch(JsonPatch.replace('/data/KEY', 'patched'))],
  ['a second patch', (object) => {
    object.addJsonPatch(JsonPatch.replace('/data/KEY', 'patched'));
    object.toJson();
    object.addJsonPatch(JsonPatch.replace('/data/KEY', 'patched again'));
  }],
  ['another rendering of the object', object => { object.toJson = () => ({ data: { KEY: 'rendered' } }); }],
  ['a resolver that is added to the app', object => {
    App.of(object).resolvers.push({ resolve: context => { if (context.value === 'one') context.replaceValue('resolved'); } });
  }],
])('%s rolls the pods after the checksum was asked for before', (_, change) => {
  const chart = appsChart();
  const config = new AppConfig(chart, 'config', { name: 'bot-config', data: { KEY: 'one' } });
  const before = config._checksum();
  change(ApiObject.of(config));
  expect(config._checksum()).not.toBe(before);
});

test('a key that is added rolls the pods after the checksum was asked for before', () => {
  const config = new AppConfig(appsChart(), 'config', { name: 'bot-config', data: { KEY: 'one' } });
  const before = config._checksum();
  config.addData('LATE', 'x');
  expect(config._checksum()).not.toBe(before);
});
