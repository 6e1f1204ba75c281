import { edited, insert, objectsOf, remove, rename, replace, TextEdit } from './edited';
import { EditRefusal, splicesOf } from '../../src/edit';

const HEAD = 'apiVersion: v1\nkind: X\n';

const after = (rest: string, ...edits: TextEdit[]): string => edited(HEAD + rest, ...edits).slice(HEAD.length);

test.each([
  ['by its alias', 'a: &x b\nc: *x\n', ['c'], 'a: &x d\nc: *x\n'],
  ['at its anchor', 'a: &x b\nc: *x\n', ['a'], 'a: &x d\nc: *x\n'],
  ['in a map behind an alias', 'a: &x {k: b}\nc: *x\n', ['c', 'k'], 'a: &x {k: d}\nc: *x\n'],
  ['behind a merge key', 'a: &x\n  k: b\nc:\n  <<: *x\n', ['c', 'k'], 'a: &x\n  k: d\nc:\n  <<: *x\n'],
])('a shared text that is reached %s changes where it stands, for all who use it', (_, rest, path, expected) => {
  expect(after(rest, replace(path, 'd'))).toBe(expected);
});

test('a part of a shared text changes once, though two edits reach it', () => {
  expect(after('a: &x one\nc: *x\n', replace(['a'], 'O', { offset: 0, length: 1 }), replace(['c'], 'O', { offset: 0, length: 1 }))).toBe('a: &x One\nc: *x\n');
});

test('two values for a shared text are refused', () => {
  expect(() => after('a: &x b\nc: *x\n', replace(['a'], 'd'), replace(['c'], 'e'))).toThrow('is to be changed in two ways');
});

test('an alias is replaced by a map where it stands, and the anchor stays', () => {
  expect(after('a: &x b\nc: *x\n', replace(['c'], { d: 'e' }))).toBe('a: &x b\nc:\n  d: e\n');
});

test('a field that overrides a merged one is changed, not the merged one', () => {
  expect(after('a: &x {k: b}\nc:\n  <<: *x\n  k: c\n', replace(['c', 'k'], 'd'))).toBe('a: &x {k: b}\nc:\n  <<: *x\n  k: d\n');
});

test.each<[string, TextEdit]>([
  ['a new field', insert(['c', 'n'], 1)],
  ['a new field at the anchor', insert(['a', 'n'], 1)],
  ['the loss of a field', remove('c', 'k')],
  ['a new name', rename(['c', 'k'], 'n')],
  ['a map in the place of a text', replace(['c', 'k'], {})],
])('%s in a shared map is refused', (_, edit) => {
  expect(() => after('a: &x\n  k: b\nc: *x\n', edit)).toThrow('the anchor &x is used in several places by its alias, all of which this edit would change');
});

test('the refusal is where the anchor stands', () => {
  const [object] = objectsOf(`${HEAD}a: &x {k: b}\nc: *x\n`);
  try {
    splicesOf([remove('c', 'k')(object)]);
  } catch (error) {
    expect((error as EditRefusal).position).toEqual({ file: 'a.yaml', line: 3, column: 4, endLine: 3, endColumn: 6 });
  }
  expect.assertions(1);
});

test.each<[string, TextEdit]>([
  ['removed', remove('a')],
  ['replaced by a map', replace(['a'], { b: 1 })],
])('an anchor that an alias needs cannot be %s', (_, edit) => {
  expect(() => after('a: &x b\nc: *x\n', edit)).toThrow('the anchor &x would be gone, but an alias needs it');
});

test('an anchor goes with all its aliases', () => {
  expect(after('z: y\na: &x b\nc: *x\n', remove('a'), remove('c'))).toBe('z: y\n');
});

test('a merged field is taken over by a map of its own only by hand', () => {
  expect(() => after('a: &x {k: b}\nc:\n  <<: *x\n', remove('c', 'k'))).toThrow('the anchor &x');
});

test('a shared text in a list changes where it stands', () => {
  expect(after('a: &x b\nc:\n  - *x\n', replace(['c', 0], 'd'))).toBe('a: &x d\nc:\n  - *x\n');
});

test('a field below a shared text cannot be replaced, and the text stays', () => {
  expect(() => after('a: &x b\nc: *x\n', replace(['c', 'n'], 'd'))).toThrow('c.n is not there');
});
