import { Warnings } from '../../../src/app';
import { AppConfig, PetrosaCommonConfig } from '../../../src/config';
import { Subject, SubjectEnvironment, SubjectPattern, SubjectPrefix } from '../../../src/subject';
import { NatsAwareDeployment, NatsAwareOptions } from '../../../src/workload';
import { appsChart, BOT, bot, commonConfig, containerOf, find, NATS, synth, variablesOf } from '../support';

const ELSEWHERE = { publishedElsewhere: true, subscribedElsewhere: true };
const ORDERS = Subject.of('orders.new', ELSEWHERE);
const settings = (chart: ReturnType<typeof appsChart>, data = {}) => new AppConfig(chart, 'settings', { name: 'settings', data });

beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => {});
});

test('the value goes into the owned config and the variable refers to its key', () => {
  const chart = appsChart();
  bot(chart, { publishes: [ORDERS.bind('NATS_PUBLISHER_TOPIC', { config: settings(chart) })] });
  const objects = synth(chart);
  expect(find(objects, 'ConfigMap').data).toEqual({ NATS_PUBLISHER_TOPIC: 'orders.new' });
  expect(variablesOf(containerOf(objects))).toEqual(['NATS_PUBLISHER_TOPIC=config settings.NATS_PUBLISHER_TOPIC']);
});

test('the key may have another name, and the queue group a variable of its own', () => {
  const chart = appsChart();
  const binding = ORDERS.bind('TOPIC', { config: settings(chart), key: 'topic', queueGroup: 'workers', queueGroupEnv: 'GROUP' });
  bot(chart, { subscribes: [binding] });
  const objects = synth(chart);
  expect(find(objects, 'ConfigMap').data).toEqual({ topic: 'orders.new', GROUP: 'workers' });
  expect(variablesOf(containerOf(objects))).toEqual(['TOPIC=config settings.topic', 'GROUP=config settings.GROUP']);
});

test('a placeholder gives the variable the convention of the program', () => {
  const chart = appsChart();
  const subject = Subject.of('intent.{strategy}', ELSEWHERE);
  bot(chart, { publishes: [subject.bind('TOPIC', { config: settings(chart), value: 'intent.*' })] });
  expect(find(synth(chart), 'ConfigMap').data).toEqual({ TOPIC: 'intent.*' });
});

test('an imported config must hold the key', () => {
  const chart = appsChart();
  const config = AppConfig.fromConfigMapName(chart, 'imported', { name: 'imported', keys: ['TOPICS'] });
  expect(() => bot(chart, { publishes: [ORDERS.bind('TOPIC', { config })] })).toThrow('ConfigMap imported has no key TOPIC; did you mean TOPICS?');
});

test('a key that has another value throws', () => {
  const chart = appsChart();
  expect(() => bot(chart, { publishes: [ORDERS.bind('TOPIC', { config: settings(chart, { TOPIC: 'orders.old' }) })] })).toThrow('apps/bot: key TOPIC of ConfigMap settings holds');
});

test('two workloads may share a key with the same subject', () => {
  const chart = appsChart();
  const config = settings(chart);
  bot(chart, { publishes: [ORDERS.bind('TOPIC', { config })] });
  new NatsAwareDeployment(chart, 'other', {
    ...BOT, metadata: { name: 'other' }, labels: { app: 'other' }, subscribes: [ORDERS.bind('TOPIC', { config })],
  });
  expect(find(synth(chart), 'ConfigMap').data).toEqual({ TOPIC: 'orders.new' });
});

test('without a config the variable is a literal, unless it is one of NATS', () => {
  const chart = appsChart();
  bot(chart, { publishes: [ORDERS.bind('TOPIC')] });
  expect(variablesOf(containerOf(synth(chart)))).toEqual(['TOPIC=orders.new']);
  expect(() => bot(appsChart(), { publishes: [ORDERS.bind('NATS_TOPIC')] })).toThrow(
    'apps/bot: the subject orders.new would be hard-coded in variable NATS_TOPIC; give bind(…, { config }) with an AppConfig that holds it');
});

test('a subject that is fixed in the program needs no variable', () => {
  const chart = appsChart();
  bot(chart, { publishes: [ORDERS.inProgram()] });
  expect(variablesOf(containerOf(synth(chart)))).toEqual([]);
});

test('a pattern is subscribed to and never published', () => {
  const pattern = SubjectPattern.of('orders.>', ELSEWHERE).inProgram();
  expect(() => bot(appsChart(), { subscribes: [pattern] })).not.toThrow();
  expect(() => bot(appsChart(), { publishes: [pattern] })).toThrow('apps/bot: publishes the pattern "orders.>", and NATS delivers to literal subjects only');
});

test('a subject without its other side is a warning with the path of its workload', () => {
  const lonely = (options: Partial<NatsAwareOptions>) => {
    const chart = appsChart();
    bot(chart, options);
    return Warnings.all(chart).filter(warning => !warning.includes('connects to no NATS server'));
  };
  expect(lonely({ publishes: [Subject.of('a').inProgram()] })).toEqual([
    'apps/bot: publishes "a", and no workload of this app subscribes to it; correct the subject, or set subscribedElsewhere on it where the subscriber lives elsewhere',
  ]);
  expect(lonely({ subscribes: [Subject.of('b').inProgram(), SubjectPattern.of('c.*').inProgram()] })).toEqual([
    expect.stringContaining('apps/bot: subscribes to "b"'),
    expect.stringContaining('apps/bot: subscribes to "c.*"'),
  ]);
});

test('a subject whose other side is another workload of the app, in any chart, is none', () => {
  const chart = appsChart();
  const config = commonConfig(chart);
  bot(chart, { config, publishes: [Subject.of('a.b').inProgram()] });
  expect(Warnings.all(chart)).toHaveLength(1);
  bot(appsChart('others', chart.node.root as any), { metadata: { name: 'other' }, labels: { app: 'other' }, config, subscribes: [SubjectPattern.of('a.*').inProgram()] });
  expect(Warnings.all(chart)).toEqual([]);
});

test.each([
  ['the base', SubjectEnvironment.BASE, 'NATS_SUBJECT_PREFIX'],
  ['production', SubjectEnvironment.PRODUCTION, 'NATS_SUBJECT_PREFIX_PRODUCTION'],
])('a subject under the prefix of %s needs the variable of the prefix', (_, environment, key) => {
  const chart = appsChart();
  const config = commonConfig(chart);
  bot(chart, { config, publishes: [config.subjectPrefix.subject('klines.{symbol}', environment, ELSEWHERE).inProgram()] });
  expect(variablesOf(containerOf(synth(chart)))).toContain(`${key}=config petrosa-common-config.${key}`);
});

test('a pattern under a prefix needs it as well', () => {
  const chart = appsChart();
  const config = commonConfig(chart);
  bot(chart, { config, subscribes: [config.subjectPrefix.pattern('klines.*', SubjectEnvironment.BASE, ELSEWHERE).inProgram()] });
  expect(variablesOf(containerOf(synth(chart)))).toContain('NATS_SUBJECT_PREFIX=config petrosa-common-config.NATS_SUBJECT_PREFIX');
});

test('a subject under a prefix that is bound to a variable needs no prefix', () => {
  const chart = appsChart();
  const config = commonConfig(chart);
  bot(chart, { config, publishes: [config.subjectPrefix.subject('klines', SubjectEnvironment.BASE, ELSEWHERE).bind('TOPIC')] });
  expect(variablesOf(containerOf(synth(chart))).map(variable => variable.split('=')[0])).toEqual(['NATS_ENABLED', 'NATS_URL', 'TOPIC']);
});

test('a prefix without config throws', () => {
  const binding = SubjectPrefix.of('binance').subject('klines', SubjectEnvironment.BASE).inProgram();
  expect(() => bot(appsChart(), { publishes: [binding] })).toThrow(
    'apps/bot: its program builds the subject binance.klines under the prefix NATS_SUBJECT_PREFIX, which nothing gives it; give config');
});

test('a prefix that differs from that of the config throws', () => {
  const chart = appsChart();
  const binding = SubjectPrefix.of('other').subject('klines', SubjectEnvironment.BASE).inProgram();
  expect(() => bot(chart, { config: commonConfig(chart), publishes: [binding] })).toThrow(
    'its program builds subjects under NATS_SUBJECT_PREFIX, which is binance in ConfigMap petrosa-common-config, and other.klines is none of them');
});

test('a prefix that the config lacks throws', () => {
  const chart = appsChart();
  const config = new PetrosaCommonConfig(chart, 'common', { nats: NATS });
  const binding = SubjectPrefix.of('binance').subject('klines', SubjectEnvironment.BASE).inProgram();
  expect(() => bot(chart, { config, publishes: [binding] })).toThrow('ConfigMap petrosa-common-config has no key NATS_SUBJECT_PREFIX');
});

test('a prefix whose value is not known is taken', () => {
  const chart = appsChart();
  const config = PetrosaCommonConfig.fromConfigMapName(chart, 'common', { nats: NATS });
  const binding = SubjectPrefix.of('binance').subject('klines', SubjectEnvironment.BASE, ELSEWHERE).inProgram();
  bot(chart, { config, publishes: [binding] });
  expect(variablesOf(containerOf(synth(chart)))).toContain('NATS_SUBJECT_PREFIX=config petrosa-common-config.NATS_SUBJECT_PREFIX');
});

test('a workload with subjects that connects to no NATS server is a warning', () => {
  const chart = appsChart();
  const workload = bot(chart, { subscribes: [ORDERS.inProgram()] });
  expect(Warnings.all(chart)).toEqual(['apps/bot: it uses the subject orders.new and connects to no NATS server; give config, or connect to one']);
  workload.connectTo(commonConfig(chart).nats);
  expect(Warnings.all(chart)).toEqual([]);
});
