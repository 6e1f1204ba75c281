import { nameMeant, nearName } from '../../../../src/verify/rules/private/near-name';

const MANY = Array.from({ length: 13 }, (_, i) => `key-number-${i}`);

test('the nearest name is asked for', () => {
  expect(nearName('log-level', ['LOG_FORMAT', 'LOG_LEVEL', ...MANY])).toBe(': did you mean LOG_LEVEL?');
});

test('a short list without a near name is given whole', () => {
  expect(nearName('REGION', ['currency-code', 'NATS_URL'])).toBe(': currency-code, NATS_URL');
});

test('a long list without a near name is not given', () => {
  expect(nearName('x', MANY)).toBe('');
});

test('where there is nothing, nothing is said', () => {
  expect(nearName('x', [])).toBe('');
});

test('a name that is like none means none', () => {
  expect(nameMeant('REGION', ['currency-code'])).toBeUndefined();
});
