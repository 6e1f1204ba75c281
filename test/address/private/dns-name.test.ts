import { isDnsLabel, isDnsName, isObjectName, isServiceLabel } from '../../../src/address/private/dns-name';

test.each(['nats', 'a', '1', '1nats', 'a-b', 'a'.repeat(63)])('%s is a DNS label', text => {
  expect(isDnsLabel(text)).toBe(true);
});

test.each(['', '-a', 'a-', 'A', 'a.b', 'a_b', 'ä', 'a\n', 'a'.repeat(64)])('%j is no DNS label', text => {
  expect(isDnsLabel(text)).toBe(false);
});

test('the name of a Service begins with a letter', () => {
  expect(['nats', 'n1', '1nats', '1'].map(isServiceLabel)).toEqual([true, true, false, false]);
});

test('a DNS name has at most 253 characters', () => {
  const name = `${'a'.repeat(63)}.`.repeat(3);
  expect([`${name}${'a'.repeat(61)}`, `${name}${'a'.repeat(62)}`].map(isDnsName)).toEqual([true, false]);
});

test.each(['', '.', 'a.', '.a', 'a..b', 'a b'])('%j is no DNS name', text => {
  expect(isDnsName(text)).toBe(false);
});

test('the name of an object has at most 253 characters, however long its labels are', () => {
  expect(['a'.repeat(253), `${'a'.repeat(64)}.crt`, 'a'.repeat(254)].map(isObjectName)).toEqual([true, true, false]);
});

test.each(['a', 'a.b', 'petrosa.config'])('%s is the name of an object', text => {
  expect(isObjectName(text)).toBe(true);
});

test.each(['', '-a', 'a-', 'A', 'a..b', 'a_b', 'a\n'])('%j is no name of an object', text => {
  expect(isObjectName(text)).toBe(false);
});
