import { listed } from '../../../../src/verify/rules/private/listed';

test('a short list is written out', () => {
  expect(listed(['a', 'b'])).toBe('a, b');
});

test('of a long list the rest is counted', () => {
  expect(listed(Array.from({ length: 14 }, (_, i) => `${i}`))).toBe('0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more');
});

test('twelve names are written out', () => {
  expect(listed(Array.from({ length: 12 }, (_, i) => `${i}`))).toBe('0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11');
});
