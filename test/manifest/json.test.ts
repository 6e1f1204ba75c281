import * as fc from 'fast-check';
import { listOf, numberOf, objectOf, textOf, textsOf, valueAt } from '../../src/manifest';

test('a value of another type is nothing', () => {
  expect([objectOf([]), objectOf(null), listOf({}), textOf(1), numberOf('1')]).toEqual([undefined, undefined, [], undefined, undefined]);
});

test('texts leave out other values, and have no inherited ones', () => {
  const texts = textsOf({ a: 'b', c: 1, d: null });
  expect([{ ...texts }, texts.constructor]).toEqual([{ a: 'b' }, undefined]);
});

test('a path leads through objects and lists, and never to what is inherited', () => {
  const value = { a: [{ b: 'c' }] };
  expect([valueAt(value, ['a', 0, 'b']), valueAt(value, ['a', 'length']), valueAt(value, ['constructor']), valueAt(value, ['a', 0, 'b', 0])])
    .toEqual(['c', undefined, undefined, undefined]);
});

test('no path makes an exception', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.array(fc.oneof(fc.string(), fc.integer())), (value, path) => {
    expect(() => valueAt(value as never, path)).not.toThrow();
  }));
});
