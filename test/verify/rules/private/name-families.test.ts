import * as fc from 'fast-check';
import { nameFamilies, nameGaps } from '../../../../src/verify/rules/private/name-families';

function row(pattern: string, ...parts: string[]): string[] {
  return parts.map(part => pattern.replace('*', part));
}

function gaps(...names: string[][]): string[] {
  return nameGaps(names.flat()).map(({ name }) => name);
}

test('names that differ in one part are a family', () => {
  expect(nameFamilies(row('load-*-spot', '5m', '1h', '1d')).map(({ pattern, parts }) => [pattern, [...parts]])).toEqual([['load-*-spot', ['5m', '1h', '1d']]]);
});

test('two names are no family', () => {
  expect(nameFamilies(row('load-*-spot', '5m', '1h'))).toEqual([]);
});

test('names of a single part are no family', () => {
  expect(nameFamilies(['orders', 'billing', 'stock'])).toEqual([]);
});

test('a long row is a list of instances', () => {
  expect(nameFamilies(row('load-*', ...Array.from({ length: 25 }, (_, i) => `${i}`)))).toEqual([]);
});

test('the part that all sisters have is a gap', () => {
  expect(gaps(row('load-*-spot', '5m', '30m', '1h'), row('load-*-futures', '5m', '15m', '30m', '1h'), row('fill-*', '5m', '15m', '30m', '1h')))
    .toEqual(['load-15m-spot']);
});

test('a sister with the same gap shows that it is none', () => {
  expect(gaps(row('load-*-spot', '5m', '30m', '1h'), row('load-*-futures', '5m', '15m', '30m', '1h'), row('fill-*', '5m', '30m', '1h'))).toEqual([]);
});

test('families that share less than three quarters are no sisters', () => {
  expect(gaps(row('load-*', 'a', 'b', 'c'), row('fill-*', 'a', 'b', 'c', 'd', 'e'))).toEqual([]);
});

test('two missing parts are no gap', () => {
  expect(gaps(row('load-*', 'a', 'b', 'c', 'd', 'e', 'f'), row('fill-*', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'))).toEqual([]);
});

test('a gap is never the name of an object that exists', () => {
  const part = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  fc.assert(fc.property(fc.uniqueArray(fc.tuple(part, part).map(parts => parts.join('-')), { maxLength: 25 }), (names) => {
    expect(nameGaps(names).filter(({ name }) => names.includes(name))).toEqual([]);
  }));
});
