import { SubjectEnvironment, SubjectPrefix } from '../../src/subject';

const { BASE, PRODUCTION, GAP_FILLER } = SubjectEnvironment;

test('the defaults are those of the rule book', () => {
  expect(SubjectPrefix.of('binance').values).toEqual({
    NATS_SUBJECT_PREFIX: 'binance',
    NATS_SUBJECT_PREFIX_PRODUCTION: 'binance.production',
    NATS_SUBJECT_PREFIX_GAP_FILLER: 'binance.gap_filler',
  });
});

test('the prefixes of the live platform are data', () => {
  expect(SubjectPrefix.of('binance.extraction', { production: 'live', gapFiller: 'binance.extraction.gap-filler' }).values).toEqual({
    NATS_SUBJECT_PREFIX: 'binance.extraction',
    NATS_SUBJECT_PREFIX_PRODUCTION: 'live',
    NATS_SUBJECT_PREFIX_GAP_FILLER: 'binance.extraction.gap-filler',
  });
});

test('a further environment has a key and a prefix', () => {
  const prefix = SubjectPrefix.of('binance', { furtherEnvironments: { TESTNET: 'sandbox' } });
  expect(prefix.values.NATS_SUBJECT_PREFIX_TESTNET).toBe('sandbox');
  expect(prefix.prefix(SubjectEnvironment.of('TESTNET'))).toBe('sandbox');
});

test('a further environment cannot replace a standard one', () => {
  expect(() => SubjectPrefix.of('binance', { furtherEnvironments: { PRODUCTION: 'a' } }))
    .toThrow('NATS_SUBJECT_PREFIX_PRODUCTION is a standard key of subject prefix "binance"; give it by the options');
});

test('an environment without a prefix throws with the keys that there are', () => {
  expect(() => SubjectPrefix.of('binance').prefix(SubjectEnvironment.of('TESTNET')))
    .toThrow('environment TESTNET has no subject prefix; give it in furtherEnvironments, or write one of those with the keys NATS_SUBJECT_PREFIX, ');
});

test.each(['', 'binance.', 'binance.*', '{env}', 'bin ance'])('%p is no prefix', prefix => {
  expect(() => SubjectPrefix.of(prefix)).toThrow('NATS_SUBJECT_PREFIX: prefix');
});

test('the prefix of each environment is checked under its key', () => {
  expect(() => SubjectPrefix.of('a', { production: 'a.>' })).toThrow('NATS_SUBJECT_PREFIX_PRODUCTION: prefix "a.>"');
  expect(() => SubjectPrefix.of('a', { gapFiller: '' })).toThrow('NATS_SUBJECT_PREFIX_GAP_FILLER: prefix is empty');
  expect(() => SubjectPrefix.of('a', { furtherEnvironments: { B: 'b..c' } })).toThrow('NATS_SUBJECT_PREFIX_B: prefix "b..c"');
});

test('a subject stands under the prefix of its environment', () => {
  const prefix = SubjectPrefix.of('binance');
  expect([BASE, PRODUCTION, GAP_FILLER].map(environment => prefix.subject('klines.{symbol}', environment).text))
    .toEqual(['binance.klines.{symbol}', 'binance.production.klines.{symbol}', 'binance.gap_filler.klines.{symbol}']);
});

test('a pattern stands under the prefix of its environment', () => {
  expect(SubjectPrefix.of('binance').pattern('klines.*.*', PRODUCTION).text).toBe('binance.production.klines.*.*');
});

test('a subject that the program builds names the key of its prefix', () => {
  const prefix = SubjectPrefix.of('binance');
  expect(prefix.subject('klines', PRODUCTION).inProgram().prefixKey).toBe('NATS_SUBJECT_PREFIX_PRODUCTION');
  expect(prefix.pattern('klines.*', BASE).inProgram().prefixKey).toBe('NATS_SUBJECT_PREFIX');
});

test('a subject that a variable holds needs no prefix', () => {
  expect(SubjectPrefix.of('binance').subject('klines', PRODUCTION).bind('TOPIC').prefixKey).toBeUndefined();
});

test('the options of a subject are those of Subject.of', () => {
  const prefix = SubjectPrefix.of('binance');
  expect(prefix.subject('klines', BASE, { subscribedElsewhere: true }).inProgram().subscribedElsewhere).toBe(true);
  expect(prefix.pattern('klines.*', BASE, { publishedElsewhere: true }).inProgram().publishedElsewhere).toBe(true);
});

test('what follows the prefix obeys the rules of subjects', () => {
  expect(() => SubjectPrefix.of('binance').subject('', BASE)).toThrow('subject "binance." has an empty token');
  expect(() => SubjectPrefix.of('binance').subject('klines.*', BASE)).toThrow('has the wildcard *');
  expect(() => SubjectPrefix.of('binance').pattern('klines', BASE)).toThrow('has no wildcard');
});

test('changing the returned values changes no prefix', () => {
  const prefix = SubjectPrefix.of('binance');
  prefix.values.NATS_SUBJECT_PREFIX = 'other';
  expect(prefix.prefix(BASE)).toBe('binance');
});
