import { briefly } from '../../../../src/verify/rules/private/briefly';

test('a list of four is written out', () => {
  expect(briefly(['a', 'b', 'c', 'd'])).toBe('a, b, c, d');
});

test('of five the last two are counted', () => {
  expect(briefly(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c and 2 more');
});
