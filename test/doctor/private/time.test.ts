import { age, isRecent } from '../../../src/doctor/private/time';

const NOW = new Date('2026-03-02T10:00:00Z');
const before = (seconds: number) => new Date(NOW.getTime() - seconds * 1000).toISOString();

test.each([[0, '0 s'], [119, '119 s'], [120, '2 min'], [7199, '120 min'], [7200, '2 h'], [172_799, '48 h'], [172_800, '2 days']])('%s seconds are %s', (seconds, text) => {
  expect(age(before(seconds), NOW)).toBe(text);
});

test('clocks that disagree make no negative age', () => {
  expect(age(before(-30), NOW)).toBe('0 s');
});

test('a time that is not known is not recent', () => {
  expect([isRecent(undefined, 10, NOW), isRecent('soon', 10, NOW), isRecent(before(600), 10, NOW), isRecent(before(601), 10, NOW)]).toEqual([false, false, true, false]);
});
