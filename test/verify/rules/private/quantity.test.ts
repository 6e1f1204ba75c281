import { quantityOf } from '../../../../src/verify/rules/private/quantity';

test.each([['500m', 0.5], ['1Gi', 2 ** 30], ['1G', 1e9], ['1e3', 1000], [2, 2], ['.5', 0.5]])('%s is %d', (text, size) => {
  expect(quantityOf(text)).toBe(size);
});

test.each(['', '512MB', 'a', '1 Gi'])('%j is no quantity', (text) => {
  expect(quantityOf(text)).toBeUndefined();
});
