import { edited, insert } from './edited';
import { FieldPath, Json } from '../../src/manifest';

const HEAD = 'apiVersion: v1\nkind: X\n';

const after = (rest: string, path: FieldPath, value: Json): string => edited(HEAD + rest, insert(path, value)).slice(HEAD.length);

test.each([
  ['behind the last and its comment', 'a:\n  b: c # d\ne: f\n', 'a:\n  b: c # d\n  new: x\ne: f\n'],
  ['before blank lines and comments that belong to what follows', 'a:\n  b: c\n\n# about e\ne: f\n', 'a:\n  b: c\n  new: x\n\n# about e\ne: f\n'],
  ['behind the lines of a block', 'a:\n  b: |\n    c\n\n    d\n\ne: f\n', 'a:\n  b: |\n    c\n\n    d\n  new: x\n\ne: f\n'],
  ['behind the blank lines that a block keeps', 'a:\n  b: |+\n    c\n\ne: f\n', 'a:\n  b: |+\n    c\n\n  new: x\ne: f\n'],
  ['behind a value that is deeper', 'a:\n  b:\n    - c:\n        d: e\nf: g\n', 'a:\n  b:\n    - c:\n        d: e\n  new: x\nf: g\n'],
  ['behind a field without a value', 'a:\n  b: # c\nd: e\n', 'a:\n  b: # c\n  new: x\nd: e\n'],
  ['with the line break of Windows', 'a:\r\n  b: c\r\nd: e\n', 'a:\r\n  b: c\r\n  new: x\r\nd: e\n'],
  ['where no line break ends the file', 'a:\n  b: c', 'a:\n  b: c\n  new: x'],
  ['with the line break of Windows where none ends the file', 'a:\r\n  b: c', 'a:\r\n  b: c\r\n  new: x'],
  ['in quotes where the others have some that need none', 'a:\n  b: "c"\n', 'a:\n  b: "c"\n  new: "x"\n'],
  ['without quotes where those of the others are needed', 'a:\n  b: "8080"\n', 'a:\n  b: "8080"\n  new: x\n'],
  ['as deep as the others, however deep they are', 'a:\n        b: c\n', 'a:\n        b: c\n        new: x\n'],
  ['behind an anchor and a merge key', 'm: &m {b: c}\na:\n  <<: *m\n', 'm: &m {b: c}\na:\n  <<: *m\n  new: x\n'],
  ['behind an explicit key', 'a:\n  ? b\n  : c\n', 'a:\n  ? b\n  : c\n  new: x\n'],
  ['into a map without members', 'a: {} # b\n', 'a: # b\n  new: x\n'],
  ['into a field without a value', 'a: # b\nc: d\n', 'a: # b\n  new: x\nc: d\n'],
  ['into a field that is null', 'a: ~\n', 'a:\n  new: x\n'],
  ['into a map that is missing', 'b: c\n', 'b: c\na:\n  new: x\n'],
  ['into a map in one line', 'a: {b: c}\n', 'a: {b: c, new: x}\n'],
  ['into a map in one line, with its spaces', 'a: { b: c }\n', 'a: { b: c, new: x }\n'],
  ['into a map in one line, without spaces behind commas', 'a: {b: c,d: e}\n', 'a: {b: c,d: e,new: x}\n'],
  ['into a map in one line that ends in a comma', 'a: {b: c, }\n', 'a: {b: c, new: x, }\n'],
  ['into a map in braces of several lines, behind the comment of the last', 'a: {\n    b: c # d\n  }\n', 'a: {\n    b: c, # d\n    new: x\n  }\n'],
  ['into a map in braces of several lines that ends in a comma', 'a: {\n    b: c, # d\n  }\n', 'a: {\n    b: c, # d\n    new: x,\n  }\n'],
])('a field stands %s', (_, rest, expected) => {
  expect(after(rest, ['a', 'new'], 'x')).toBe(expected);
});

test.each([
  ['at the end', 1, 'a:\n- b # c\n', 'a:\n- b # c\n- x\n'],
  ['before another, and before its comments', 0, 'a:\n# about b\n- b\n', 'a:\n- x\n# about b\n- b\n'],
  ['between two', 1, 'a:\n  - b\n  # about c\n  - c\n', 'a:\n  - b\n  - x\n  # about c\n  - c\n'],
  ['with as many spaces behind the dash as the others', 1, 'a:\n-   b\n', 'a:\n-   b\n-   x\n'],
  ['in quotes where the others are', 1, 'a: ["b"]\n', 'a: ["b", "x"]\n'],
  ['before the first of a list in one line', 0, 'a: [b]\n', 'a: [x, b]\n'],
  ['in a list without items', 0, 'b:\n- c\na: []\n', 'b:\n- c\na:\n- x\n'],
  ['in a list that is missing', 0, 'b: c\n', 'b: c\na:\n  - x\n'],
])('an item stands %s', (_, index, rest, expected) => {
  expect(after(rest, ['a', index], 'x')).toBe(expected);
});

test('an item before the first of a list in a list moves that to the next line', () => {
  expect(after('a:\n- - b\n', ['a', 0, 0], 'x')).toBe('a:\n- - x\n  - b\n');
});

test('an item is like those beside it: in one line, with quotes for the same keys', () => {
  expect(after('a:\n  - {name: b, value: "c"}\n', ['a', 1], { name: 'd', value: 'e' })).toBe('a:\n  - {name: b, value: "c"}\n  - {name: d, value: "e"}\n');
});

test('an item of several lines is as wide as those beside it', () => {
  expect(after('a:\n-   name: b\n', ['a', 1], { name: 'c', value: ['d'] })).toBe('a:\n-   name: b\n-   name: c\n    value:\n    - d\n');
});

test('all maps and lists on the way are made', () => {
  expect(after('b: c\n', ['a', 0, 'd', 'e'], 'x')).toBe('b: c\na:\n  - d:\n      e: x\n');
});

test('JSON stays JSON', () => {
  const text = '{\n  "apiVersion": "v1",\n  "kind": "X",\n  "a": {\n    "b": 1\n  }\n}';
  expect(edited(text, insert(['a', 'new', 'x'], ['y']))).toBe(text.replace('"b": 1', '"b": 1,\n    "new": {\n      "x": [\n        "y"\n      ]\n    }'));
});

test('a field stands in the item of a list of objects that it is for', () => {
  const text = 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: X\n  metadata:\n    name: a\n- apiVersion: v1\n  kind: Y\n';
  expect(edited(text, insert(['metadata', 'labels', 'app'], 'b'))).toBe(text.replace('    name: a\n', '    name: a\n    labels:\n      app: b\n'));
});

test.each([
  ['a.b is there already: replace it', ['a', 'b'], 'a:\n  b: c\n'],
  ['a.b cannot be added: what is above it is no map', ['a', 'b'], 'a: c\n'],
  ['a.b cannot be added: what is above it is no map', ['a', 'b'], 'a: []\n'],
  ['a.b cannot be added: what is above it is a list of 1 item, no map', ['a', 'b'], 'a: [c]\n'],
  ['a[0] cannot be added: what is above it is a map, no list', ['a', 0], 'a: {b: c}\n'],
  ['a[3] cannot be added: the list has 1 item', ['a', 3], 'a: [c]\n'],
])('it is refused with a reason: %s', (message, path, rest) => {
  expect(() => after(rest, path, 'x')).toThrow(message);
});
