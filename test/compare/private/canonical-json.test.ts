import { canonicalJson } from '../../../src/compare/private/canonical-json';

test('the order of keys does not matter, at any depth', () => {
  expect(canonicalJson({ a: 1, b: [{ c: 1, d: 2 }] })).toBe(canonicalJson({ b: [{ d: 2, c: 1 }], a: 1 }));
});

test('nothing is told from null', () => {
  expect([canonicalJson(undefined), canonicalJson(null)]).toEqual(['', 'null']);
});

test('the order of a list matters', () => {
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});

test('a number and its text differ', () => {
  expect(canonicalJson(80)).not.toBe(canonicalJson('80'));
});
