import { Subject, SubjectPattern } from '../../../src/subject';

const config = { configMapName: 'settings', keys: [] };
const data = Subject.of('binance.data');
const intents = Subject.of('intent.trading.{strategy}');

describe('bind', () => {
  test('the variable of a literal subject holds the subject', () => {
    expect(data.bind('NATS_TOPIC')).toMatchObject({ subject: 'binance.data', envName: 'NATS_TOPIC', value: 'binance.data' });
  });

  test('the variable of a pattern holds the pattern', () => {
    expect(SubjectPattern.of('binance.>').bind('NATS_TOPIC').value).toBe('binance.>');
  });

  test('a ConfigMap has the value under the name of the variable', () => {
    expect(data.bind('NATS_TOPIC', { config })).toMatchObject({ config, key: 'NATS_TOPIC' });
  });

  test('a ConfigMap has the value under the key that is given', () => {
    expect(data.bind('NATS_TOPIC', { config, key: 'topic' }).key).toBe('topic');
  });

  test('without a ConfigMap there is no key', () => {
    expect(data.bind('NATS_TOPIC').key).toBeUndefined();
  });

  test('a key without a ConfigMap is refused', () => {
    expect(() => data.bind('NATS_TOPIC', { key: 'topic' })).toThrow('NATS_TOPIC: the key topic belongs to no ConfigMap; give config too');
  });

  test('a variable name that Kubernetes refuses is refused', () => {
    expect(() => data.bind('1TOPIC')).toThrow('environment variable "1TOPIC"');
  });
});

describe('value', () => {
  test.each(['intent.trading.*', 'intent.trading', 'intent.trading.%s'])('%p is a convention for intent.trading.{strategy}', value => {
    expect(intents.bind('NATS_PUBLISHER_TOPIC', { value })).toMatchObject({ subject: 'intent.trading.{strategy}', value });
  });

  test('a subject with placeholders needs one, and the message proposes it', () => {
    expect(() => intents.bind('NATS_PUBLISHER_TOPIC')).toThrow('NATS_PUBLISHER_TOPIC: subject "intent.trading.{strategy}" has placeholders; ' +
      'give value, what the program expects in the variable, e.g. intent.trading.*');
  });

  test.each(['intents', 'intent.tradings', 'intent'])('%p is of another subject', value => {
    expect(() => intents.bind('A', { value })).toThrow(`A: value "${value}" is not of subject "intent.trading.{strategy}"; write one that begins with intent`);
  });

  test('a subject that begins with a placeholder takes any value', () => {
    expect(Subject.of('{env}.klines').bind('A', { value: 'test.klines' }).value).toBe('test.klines');
  });

  test.each(['', 'intent.trading. x'])('%p is refused', value => {
    expect(() => intents.bind('A', { value })).toThrow('A: value');
  });

  test('a subject without placeholders refuses one', () => {
    expect(() => data.bind('A', { value: 'binance.data' })).toThrow('is itself the value; leave value "binance.data" out');
  });
});

describe('queue group', () => {
  test('its name stands in the binding', () => {
    expect(data.bind('A', { queueGroup: 'workers.a' })).toMatchObject({ queueGroup: 'workers.a', queueGroupEnv: undefined });
  });

  test('its variable stands in the binding', () => {
    expect(data.bind('A', { queueGroup: 'workers', queueGroupEnv: 'GROUP' }).queueGroupEnv).toBe('GROUP');
  });

  test.each(['', 'my workers', 'workers.*', '{x}', 'a..b'])('%p is no name of one', queueGroup => {
    expect(() => data.bind('A', { queueGroup })).toThrow('queue group');
    expect(() => data.inProgram({ queueGroup })).toThrow('queue group');
  });

  test('a variable without a group is refused', () => {
    expect(() => data.bind('A', { queueGroupEnv: 'GROUP' })).toThrow('GROUP has no queue group to hold; give queueGroup too');
  });

  test('its variable cannot be that of the subject', () => {
    expect(() => data.bind('A', { queueGroup: 'workers', queueGroupEnv: 'A' })).toThrow('A cannot hold both the subject and its queue group');
  });

  test('its variable has a name that Kubernetes takes', () => {
    expect(() => data.bind('A', { queueGroup: 'workers', queueGroupEnv: 'B C' })).toThrow('environment variable "B C"');
  });
});

describe('inProgram', () => {
  test('there is a subject and a queue group, and neither variable nor value', () => {
    const binding = intents.inProgram({ queueGroup: 'workers' });
    expect(binding).toMatchObject({ subject: 'intent.trading.{strategy}', queueGroup: 'workers' });
    expect([binding.envName, binding.value, binding.key]).toEqual([undefined, undefined, undefined]);
  });
});

describe('the other side', () => {
  test('it is expected in the app by default', () => {
    expect(data.inProgram()).toMatchObject({ publishedElsewhere: false, subscribedElsewhere: false });
  });

  test('a publisher elsewhere is handed to each binding', () => {
    const subject = Subject.of('a', { publishedElsewhere: true });
    expect(subject.bind('A')).toMatchObject({ publishedElsewhere: true, subscribedElsewhere: false });
    expect(subject.inProgram().publishedElsewhere).toBe(true);
  });

  test('a subscriber elsewhere is handed to each binding', () => {
    expect(SubjectPattern.of('a.*', { subscribedElsewhere: true }).inProgram()).toMatchObject({ publishedElsewhere: false, subscribedElsewhere: true });
  });
});
