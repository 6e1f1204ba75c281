import { append, groupBy } from '../../src/manifest';

test('values of the same key stand in their order', () => {
  const map = new Map<string, number[]>();
  for (const [key, value] of [['a', 1], ['b', 2], ['a', 3]] as const) append(map, key, value);
  expect([...map]).toEqual([['a', [1, 3]], ['b', [2]]]);
});

test('a group holds all values of its key', () => {
  expect([...groupBy([1, 2, 3, 4], value => value % 2 === 0)]).toEqual([[false, [1, 3]], [true, [2, 4]]]);
});
