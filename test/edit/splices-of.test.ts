import { edited, insert, remove, rename, replace, TextEdit } from './edited';
import { applySplices, splicesOf } from '../../src/edit';
import { ManifestObject, ManifestSet, readText, SourceDocument } from '../../src/manifest';

const HEAD = 'apiVersion: v1\nkind: X\n';

const after = (rest: string, ...edits: TextEdit[]): string => edited(HEAD + rest, ...edits).slice(HEAD.length);

const REFERENCE = { configMapKeyRef: { name: 'shared', key: 'URL' } };

test.each([
  ['in lines of their own', 'env:\n  - name: A\n    value: "b" # c\n', 'env:\n  - name: A\n    valueFrom: # c\n      configMapKeyRef:\n        name: shared\n        key: URL\n'],
  ['in one line', 'env:\n  - {name: A, value: "b"} # c\n', 'env:\n  - {name: A, valueFrom: {configMapKeyRef: {name: shared, key: URL}}} # c\n'],
  [
    'in one line where the same key beside is',
    'env:\n  - name: A\n    value: b\n  - name: B\n    valueFrom: {fieldRef: {fieldPath: x}}\n',
    'env:\n  - name: A\n    valueFrom: {configMapKeyRef: {name: shared, key: URL}}\n  - name: B\n    valueFrom: {fieldRef: {fieldPath: x}}\n',
  ],
])('a key gets another name and another value, %s', (_, rest, expected) => {
  expect(after(rest, rename(['env', 0, 'value'], 'valueFrom'), replace(['env', 0, 'value'], REFERENCE))).toBe(expected);
});

test.each([
  ['a: b\n', 'c', 'c: b\n'],
  ['"a": b\n', 'c', '"c": b\n'],
  ['a: b\n', 'yes', '"yes": b\n'],
  ['? a\n: b\n', 'c', '? c\n: b\n'],
  ['a : b\n', 'x/y.z', 'x/y.z : b\n'],
])('a key keeps its style: %j becomes %s', (rest, key, expected) => {
  expect(after(rest, rename(['a'], key))).toBe(expected);
});

test('a key with quotes in JSON gets another', () => {
  expect(edited('{"apiVersion":"v1","kind":"X","a":1}', rename(['a'], 'b'))).toBe('{"apiVersion":"v1","kind":"X","b":1}');
});

test('equal edits count once', () => {
  expect(after('a: [b]\n', insert(['a', 1], 'c'), insert(['a', 1], 'c'), remove('a', 0), remove('a', 0))).toBe('a: [c]\n');
});

test('fields that are added to one missing map share it', () => {
  expect(after('a: b\n', insert(['m', 'x'], 1), insert(['m', 'z'], 2))).toBe('a: b\nm:\n  x: 1\n  z: 2\n');
});

test('a field is added to a map that is added', () => {
  expect(after('a: b\n', insert(['m'], { x: 1 }), insert(['m', 'z'], 2))).toBe('a: b\nm:\n  x: 1\n  z: 2\n');
});

test('fields that are added to one missing item share it', () => {
  expect(after('a: []\n', insert(['a', 0, 'x'], 1), insert(['a', 0, 'z'], 2))).toBe('a:\n  - x: 1\n    z: 2\n');
});

test('members are added to a list and to the map around it', () => {
  expect(after('a:\n  b:\n    - c', insert(['a', 'd'], 1), insert(['a', 'b', 1], 'e'))).toBe('a:\n  b:\n    - c\n    - e\n  d: 1');
});

test('all items give way to others', () => {
  expect(after('a:\n  - b\n  - c\n', remove('a', 0), remove('a', 1), insert(['a', 2], 'd'))).toBe('a:\n  - d\n');
});

test('the last field of a map gets a map, and another field stands behind it', () => {
  expect(after('a:\n  b: c\n', replace(['a', 'b'], { d: 1 }), insert(['a', 'e'], 2))).toBe('a:\n  b:\n    d: 1\n  e: 2\n');
});

test('a field is added behind one that loses its last field', () => {
  expect(after('a:\n  b:\n    c: 1\n    d: 2\n', remove('a', 'b', 'd'), insert(['a', 'e'], 3))).toBe('a:\n  b:\n    c: 1\n  e: 3\n');
});

test('the blank line between two that go is taken once', () => {
  expect(after('a:\n  x: 1\n\n  b: 2\n\nc: 3\n', remove('a', 'b'), remove('c'))).toBe('a:\n  x: 1\n\n');
});

test('no edits change nothing', () => {
  expect(splicesOf([])).toEqual([]);
});

test('edits of several files and documents are given by file, counted from its begin', () => {
  const set = new ManifestSet({ files: [...readText('a.yaml', `${HEAD}a: b\n---\n${HEAD}a: b\n`).documents, ...readText('b.yaml', `\ufeff${HEAD}a: b\n`).documents] });
  const splices = splicesOf(set.objects.map(object => ({ kind: 'replace', at: { object, path: ['a'] }, value: 'c' })));
  expect(splices).toEqual([
    { file: 'a.yaml', start: 26, end: 27, text: 'c' }, { file: 'a.yaml', start: 58, end: 59, text: 'c' }, { file: 'b.yaml', start: 26, end: 27, text: 'c' },
  ]);
});

test.each<[string, string, TextEdit[]]>([
  ['a.b lies in a, which another edit replaces', 'a:\n  b: c\n', [replace(['a'], 'x'), replace(['a', 'b'], 1)]],
  ['a.b lies in a, which another edit removes', 'a:\n  b: c\n', [remove('a'), replace(['a', 'b'], 1)]],
  ['m.x lies in m, which another edit inserts', 'a: b\n', [insert(['m'], 'text'), insert(['m', 'x'], 1)]],
  ['m.x lies in m, which another edit inserts', 'a: b\n', [insert(['m'], { x: 2 }), insert(['m', 'x'], 1)]],
  ['m[0] lies in m, which another edit inserts', 'a: b\n', [insert(['m'], {}), insert(['m', 0], 1)]],
  ['a is to be changed in two ways', 'a: b\n', [replace(['a'], 1), remove('a')]],
  ['n is to be changed in two ways', 'a: b\n', [insert(['n'], 1), insert(['n'], 2)]],
  ['a cannot become b, which is there already', 'a: 1\nb: 2\n', [rename(['a'], 'b')]],
  ['the edit cannot be made in the way in which the YAML is written here', 'a: 1\n', [rename(['a'], 'b'), insert(['b'], 2)]],
  ['the edit cannot be made in the way in which the YAML is written here', 'a: 1\na: 2\n', [remove('a')]],
  ['a[0] is an item of a list, which has no key to rename', 'a: [b]\n', [rename(['a', 0], 'c')]],
  ['the whole document cannot be edited: name a field of it', 'a: b\n', [remove()]],
])('edits that contradict each other or the text are refused: %s', (message, rest, edits) => {
  expect(() => after(rest, ...edits)).toThrow(message);
});

test('an object that stands in no file cannot be edited', () => {
  const object = new ManifestObject(SourceDocument.ofValue('live', { a: 1 }), [], { a: 1 }, '', 'state');
  expect(() => splicesOf([remove('a')(object)])).toThrow('the object stands in no file');
});

test.each<[string, string, TextEdit]>([
  ['the document would lose all that it holds', 'a: 1\n', remove('a')],
  ['the document would lose all that it holds', '- a\n', remove(0)],
  ['the edit cannot be made in the way in which the YAML is written here', 'text\n', insert(['a'], 1)],
  ['the edit cannot be made in the way in which the YAML is written here', '{}\n', insert(['a'], 1)],
])('edits of a document that holds next to nothing are refused: %s', (message, text, edit) => {
  const [document] = readText('a.yaml', text).documents;
  expect(() => splicesOf([edit(new ManifestObject(document, [], {}, '', 'files'))])).toThrow(message);
});

test('replacements that overlap are none', () => {
  expect(() => applySplices('abc', [{ file: 'a', start: 0, end: 2, text: '' }, { file: 'a', start: 1, end: 3, text: '' }])).toThrow('overlap');
});

test('what is inserted at one place keeps its order', () => {
  expect(applySplices('ab', [{ file: 'a', start: 1, end: 1, text: '1' }, { file: 'a', start: 1, end: 1, text: '2' }])).toBe('a12b');
});

test('a field may change below a key that gets another name', () => {
  expect(after('a:\n  b: 1\n', rename(['a'], 'c'), replace(['a', 'b'], 2))).toBe('c:\n  b: 2\n');
});

test('a new field may get a field in a map that neither has', () => {
  expect(after('a: b\n', insert(['m'], { x: 1 }), insert(['m', 'c', 'z'], 2))).toBe('a: b\nm:\n  x: 1\n  c:\n    z: 2\n');
});

test('an item is inserted where another goes', () => {
  expect(after('a:\n  - b\n  - c\n', remove('a', 0), insert(['a', 0], 'd'))).toBe('a:\n  - d\n  - c\n');
});

test('two fields of one new item make one item', () => {
  expect(after('a:\n  - b: 1\n', insert(['a', 1, 'x'], 1), insert(['a', 1, 'z'], 2))).toBe('a:\n  - b: 1\n  - x: 1\n    z: 2\n');
});

test('an item is not inserted into a text', () => {
  expect(() => after('a: b\n', insert(['a', 0], 1))).toThrow('a[0] cannot be added: what is above it is no list');
});

test('a key without a value goes from a map in one line', () => {
  expect(after('a: {b, c: 1}\n', remove('a', 'b'))).toBe('a: {c: 1}\n');
});

test('a text takes the place of a block without lines', () => {
  expect(after('a: |\nb: c\n', replace(['a'], 'x'))).toContain('b: c\n');
});

test('a new map is as deep as most others', () => {
  expect(after('a:\n  k: 1\nb:\n    k: 1\nc:\n    k: 1\n', insert(['d'], { k: 1 }))).toContain('d:\n    k: 1\n');
});

test('JSON without spaces gets none', () => {
  expect(edited('{"apiVersion":"v1","kind":"X","a":{"b":1,"e":2}}', insert(['a', 'c'], { d: 1 }))).toBe('{"apiVersion":"v1","kind":"X","a":{"b":1,"e":2,"c":{"d":1}}}');
});

test('a new map is no deeper than most others', () => {
  expect(after('a:\n  k: 1\nb:\n  k: 1\nc:\n    k: 1\n', insert(['d'], { k: 1 }))).toContain('d:\n  k: 1\n');
});
