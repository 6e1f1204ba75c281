import { edited, remove } from './edited';
import { FieldPath } from '../../src/manifest';

const HEAD = 'apiVersion: v1\nkind: X\n';

const after = (rest: string, ...paths: FieldPath[]): string => edited(HEAD + rest, ...paths.map(path => remove(...path))).slice(HEAD.length);

test.each([
  ['with the comment behind it', 'a: b # c\nd: e\n', 'd: e\n'],
  ['with all that is in it', 'a:\n  b: |\n    c\n  d: [e,\n    f] # g\nh: i\n', 'h: i\n'],
  ['with the comments above it', 'z: y\n# about a\n# more\na: b\nd: e\n', 'z: y\nd: e\n'],
  ['without a comment of another depth', 'z:\n  y: x\n  # a: old\na: b\nd: e\n', 'z:\n  y: x\n  # a: old\nd: e\n'],
  ['without a comment that a blank line parts from it', 'z: y\n# about all\n\na: b\nd: e\n', 'z: y\n# about all\n\nd: e\n'],
  ['without the heading of a group', 'z: y\n\n# group\na: b\nd: e\n', 'z: y\n\n# group\nd: e\n'],
  ['with its comment where the next has its own', 'z: y\n\n# about a\na: b\n# about d\nd: e\n', 'z: y\n\n# about d\nd: e\n'],
  ['with one of the blank lines around it', 'z: y\n\n# about a\na: b\n\nd: e\n', 'z: y\n\nd: e\n'],
  ['without the comment of the next', 'a: b\n# about d\nd: e\n', '# about d\nd: e\n'],
  ['at the end', 'z: y\na: b\n', 'z: y\n'],
  ['at the end, with the blank line above it', 'z: y\n\n# about a\na: b\n', 'z: y\n'],
  ['at the end, without the blank lines that a block keeps', 'z: |+\n  y\n\na: b\n', 'z: |+\n  y\n\n'],
  ['at the end, where no line break ends the file', 'z: y\na: b', 'z: y'],
  ['at the end, where no line break of Windows ends the file', 'z: y\r\na: b', 'z: y'],
  ['with the line break of Windows', 'a: b\r\nd: e\n', 'd: e\n'],
  ['with its explicit key', '? a\n: b\nd: e\n', 'd: e\n'],
  ['with the anchor of its key', '&x a: b\nd: e\n', 'd: e\n'],
])('a field goes %s', (_, rest, expected) => {
  expect(after(rest, ['a'])).toBe(expected);
});

test('the first field of an item goes, and the next stands behind the dash', () => {
  expect(after('a:\n  - b: c # d\n    # about e\n    e: f\n', ['a', 0, 'b'])).toBe('a:\n  - # about e\n    e: f\n');
});

test('the first item of a list in a list goes, and the next stands behind the dash', () => {
  expect(after('a:\n- - b\n\n  - c\n', ['a', 0, 0])).toBe('a:\n- - c\n');
});

test('fields that follow each other go at once', () => {
  expect(after('a: 1\n# b\nb: 2\nc: 3\n', ['a'], ['b'])).toBe('c: 3\n');
});

test.each([
  ['a:\n  # b\n  b: c\nd: e\n', ['a', 'b'], 'a: {}\nd: e\n'],
  ['a: # x\n- b\nd: e\n', ['a', 0], 'a: [] # x\nd: e\n'],
  ['a: {b: c}\n', ['a', 'b'], 'a: {}\n'],
  ['a: [b, ]\n', ['a', 0], 'a: []\n'],
  ['a:\n  - b: c\n', ['a', 0, 'b'], 'a:\n  - {}\n'],
])('the last member leaves an empty map or list: %j', (rest, path, expected) => {
  expect(after(rest, path)).toBe(expected);
});

test.each([
  ['the first', [0], '[b, c]'],
  ['one between', [1], '[a, c]'],
  ['the last', [2], '[a, b]'],
  ['the first and the last', [0, 2], '[b]'],
  ['the last two', [1, 2], '[a]'],
])('a list in one line loses %s', (_, indexes, expected) => {
  expect(after('l: [a, b, c]\n', ...indexes.map(index => ['l', index]))).toBe(`l: ${expected}\n`);
});

const LINES = 'l: [\n    a, # one\n    b, # two\n    c # three\n  ]\n';

test.each([
  ['the first with its comment', 0, LINES.replace('    a, # one\n', '')],
  ['one between with its comment', 1, LINES.replace('    b, # two\n', '')],
  ['the last with its comment and the comma before it', 2, LINES.replace(', # two\n    c # three', ' # two')],
])('a list in brackets of several lines loses %s', (_, index, expected) => {
  expect(after(LINES, ['l', index])).toBe(expected);
});

test('a list in brackets of several lines that ends in a comma still does without its last item', () => {
  expect(after('l: [\n    a, # one\n    b, # two\n  ]\n', ['l', 1])).toBe('l: [\n    a, # one\n  ]\n');
});

test('what is not there cannot be removed', () => {
  expect(() => after('a:\n  b: c\n', ['a', 'x'])).toThrow('a.x is not there, so it cannot be removed');
});
