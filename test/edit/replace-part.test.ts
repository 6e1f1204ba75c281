import { edited, objectsOf, replace } from './edited';

const HEAD = 'apiVersion: v1\nkind: X\n';

/** The rest of an object after the first `old` in its field `a` was replaced. */
function after(rest: string, value: string): string {
  const [object] = objectsOf(HEAD + rest);
  const offset = (object.get('a') as string).indexOf('old');
  return edited(HEAD + rest, replace(['a'], value, { offset, length: 'old'.length })).slice(HEAD.length);
}

test.each([
  ['in a plain text', 'a: nats://old:4222 # old\n', 'new', 'a: nats://new:4222 # old\n'],
  ['in a plain text that then needs quotes', 'a: x old\n', ': y', 'a: "x : y"\n'],
  ['that leaves a number gets quotes', 'a: 1old\n', '2', 'a: "12"\n'],
  ['behind escape sequences', 'a: "\\told\\n"\n', 'new', 'a: "\\tnew\\n"\n'],
  ['is escaped in double quotes', 'a: "x old"\n', 'say "y"\\', 'a: "x say \\"y\\"\\\\"\n'],
  ['is doubled in single quotes', 'a: \'it\'\'s old\'\n', 'it\'s', 'a: \'it\'\'s it\'\'s\'\n'],
  ['in quotes of several lines', 'a: "x\n  old y"\n', 'new', 'a: "x\n  new y"\n'],
  ['in a block', 'a: |\n  x\n\n    old # old\n\nb: c\n', 'new', 'a: |\n  x\n\n    new # old\n\nb: c\n'],
  ['of several lines, in a block', 'a: |\n  x\n    old\n', 'new\nline', 'a: |\n  x\n    new\n  line\n'],
  ['in a folded block', 'a: >-\n  x\n  old y\n', 'new', 'a: >-\n  x\n  new y\n'],
  ['in a block behind a dash of Windows', 'a: |-\r\n  x\r\n  old\r\nb: c\r\n', 'new', 'a: |-\r\n  x\r\n  new\r\nb: c\r\n'],
  ['in a block with an indentation of its own', 'a: |2\n    x\n  old\n', 'new', 'a: |2\n    x\n  new\n'],
  ['written with escape sequences: the whole text is written anew', 'a: "x \\x6fld"\n', 'new', 'a: "x new"\n'],
])('a part %s', (_, rest, value, expected) => {
  expect(after(rest, value)).toBe(expected);
});

test('a part that is replaced by itself leaves the text as it is written, also where its end is not', () => {
  const text = `${HEAD}a: |\n  old\n     `;
  expect(edited(text, replace(['a'], 'old\n   \n', { offset: 0 }))).toBe(text);
});

test('several parts of one text are replaced at once', () => {
  const text = `${HEAD}a: "one two three"\n`;
  expect(edited(text, replace(['a'], '3', { offset: 8 }), replace(['a'], '1', { offset: 0, length: 3 }))).toBe(`${HEAD}a: "1 two 3"\n`);
});

test('a part that is empty is a place in which text is inserted', () => {
  expect(edited(`${HEAD}a: one\n`, replace(['a'], 'x', { offset: 1, length: 0 }))).toBe(`${HEAD}a: oxne\n`);
});

test('parts that overlap are refused', () => {
  expect(() => edited(`${HEAD}a: one\n`, replace(['a'], 'x', { offset: 0, length: 2 }), replace(['a'], 'y', { offset: 1, length: 2 }))).toThrow('a is to be changed in two ways');
});

test('a part of what is no text is refused', () => {
  expect(() => edited(`${HEAD}a: 12\n`, replace(['a'], 'x', { offset: 0, length: 1 }))).toThrow('a is no text, so no part of it can be replaced');
});

test('a part that the text does not have is refused', () => {
  expect(() => edited(`${HEAD}a: one\n`, replace(['a'], 'x', { offset: 2, length: 2 }))).toThrow('a ends before the part that is to be replaced');
});

test('a part of several lines of a block is replaced', () => {
  expect(edited(`${HEAD}a: |\n  x old\n  old y\nb: c\n`, replace(['a'], 'new', { offset: 2, length: 'old\nold'.length }))).toBe(`${HEAD}a: |\n  x new y\nb: c\n`);
});

test('a part without an offset begins where the text does', () => {
  expect(edited(`${HEAD}a: one\n`, replace(['a'], 'x', { length: 1 }))).toBe(`${HEAD}a: xne\n`);
});

test('a part of an item is replaced', () => {
  expect(edited(`${HEAD}a:\n  - x old\n`, replace(['a', 0], 'new', { offset: 2 }))).toBe(`${HEAD}a:\n  - x new\n`);
});
