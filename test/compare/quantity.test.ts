import * as fc from 'fast-check';
import { quantityInNano } from '../../src/compare';

describe('quantityInNano', () => {
  test.each([['1000m', '1'], ['1024Mi', '1Gi'], ['1e3', '1k'], ['0.5', '500m'], ['1.5Gi', '1536Mi'], [2, '2']])('%s is %s', (a, b) => {
    expect(quantityInNano(a)).toBe(quantityInNano(b));
  });

  test.each([['1G', '1Gi'], ['1m', '1M'], ['100m', '1']])('%s is not %s', (a, b) => {
    expect(quantityInNano(a)).not.toBe(quantityInNano(b));
  });

  test('what is no quantity is undefined', () => {
    expect(['', 'm', '1 Gi', 'a', '1Q', '512MB', null, { a: 1 }].map(quantityInNano)).toEqual(Array(8).fill(undefined));
  });

  test('nor is what would not fit into memory', () => {
    expect(['1e999999999', '1e-999999999', '9'.repeat(100)].map(quantityInNano)).toEqual([undefined, undefined, undefined]);
  });

  test('any whole number is a thousand of its thousandths', () => {
    fc.assert(fc.property(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), n => quantityInNano(n) === quantityInNano(`${n}000m`)));
  });
});
