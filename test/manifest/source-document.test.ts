import * as fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { FieldPath, Json, readText, SourceDocument, valueAt } from '../../src/manifest';
import { Within } from '../../src/manifest/within';

const document = (text: string): SourceDocument => readText('a.yaml', text).documents[0];

/** The text that a position spans. */
function spanned(text: string, path: FieldPath, within?: Within): string {
  const { line, column, endLine, endColumn } = document(text).position(path, within);
  const lines = text.split('\n').slice(line - 1, endLine);
  lines[lines.length - 1] = lines[lines.length - 1].slice(0, endColumn - 1);
  lines[0] = lines[0].slice(column - 1);
  return lines.join('\n');
}

test('a field is where its value stands, or its key where that is asked for', () => {
  const text = 'a:\n  b: "c"\n';
  expect([spanned(text, ['a', 'b']), spanned(text, ['a', 'b'], { part: 'key' })]).toEqual(['"c"', 'b']);
});

test('a field that is not there is where the nearest one above it stands', () => {
  expect(document('a:\n  b: 1\n').position(['a', 'c', 0, 'd'])).toMatchObject({ line: 2, column: 3 });
});

test('a field without a value is right behind its key', () => {
  expect(document('a:\n  b:\n  c: 1\n').position(['a', 'b'])).toMatchObject({ line: 2, column: 5 });
});

test('a field behind an alias is where the anchor stands', () => {
  expect(document('a: &x\n  b: 1\nc: *x\n').position(['c', 'b'])).toMatchObject({ line: 2, column: 6 });
});

test('a merged field is where the merged map stands, unless it is replaced', () => {
  const text = 'a: &x {p: 1, q: 2}\nc:\n  <<: *x\n  q: 3\n';
  expect([document(text).position(['c', 'p']).line, document(text).position(['c', 'q']).line]).toEqual([1, 4]);
});

test('a field beside a merged map that lacks it is where it stands itself', () => {
  expect(document('a: &x {p: 1}\nb: &y {q: 1}\nc:\n  s: 1\n  r: 2\n  <<: [*x, *y]\n').position(['c', 'r']).line).toBe(5);
});

test('a field of the second of several merged maps is where that one stands', () => {
  expect(document('a: &x {p: 1}\nb: &y {q: 1}\nc:\n  <<: [*x, *y]\n').position(['c', 'q']).line).toBe(2);
});

test('a key << in quotes is one as any other', () => {
  expect(document('a: 1\n"<<":\n  b: 1\n').position(['<<', 'b']).line).toBe(3);
});

test('a field whose key is an alias is found by the text of its anchor', () => {
  expect(document('a: &x name\n? *x\n: 1\n').position(['name']).line).toBe(3);
});

test('an item that a list does not have is where the list stands', () => {
  expect(document('a:\n  - 1\n').position(['a', 1])).toMatchObject({ line: 2, column: 3 });
});

test('the first of several merged maps wins', () => {
  expect(document('a: &x {p: 1}\nb: &y {p: 2}\nc:\n  <<: [*x, *y]\n').position(['c', 'p']).line).toBe(1);
});

test('the last of two equal keys is meant, as in the value', () => {
  expect(document('a: 1\na: 2\n').position(['a'])).toMatchObject({ line: 2 });
});

test('a key is found by what it is read as', () => {
  expect(document('yes: 1\n010: 2\n').position(['8'])).toMatchObject({ line: 2, column: 6 });
});

test('positions of a later document count from the begin of the file', () => {
  const [, second] = readText('a.yaml', 'a: 1\n---\n\nb: 2\n').documents;
  expect(second.position(['b'])).toMatchObject({ file: 'a.yaml', line: 4, column: 4 });
});

test.each([
  ['a: nats://x:4222\n', 'x:4222'],
  ['a: "nats://x:4222"\n', 'x:4222'],
  ['a: |\n  url: nats://x:4222\n  b: x:4222\n', 'x:4222'],
  ['a:   |-  # c\n    url:\n\n      nats://x:4222\n', 'x:4222'],
  ['a: >-\n  url\n  nats://x:4222\n', 'x:4222'],
  ['a: "b\\n x:4222"\n', 'x:4222'],
  ['a: |\r\n  b\r\n  x:4222\r\n', 'x:4222'],
])('a part of a text is exact: %j', (text, part) => {
  const value = valueAt(document(text).value, ['a']) as string;
  expect(spanned(text, ['a'], { offset: value.indexOf(part), length: part.length })).toBe(part);
});

test('the same part is told from an earlier one', () => {
  expect(document('a: |\n  x\n  y x\n').position(['a'], { offset: 4, length: 1 })).toMatchObject({ line: 3, column: 5, endColumn: 6 });
});

test('a part of several lines ends with the first of them', () => {
  expect(spanned('a: |\n  bc\n  de\n', ['a'], { offset: 1 })).toBe('c');
});

test('a part that is not written as it is read is the whole text', () => {
  expect(spanned('a: "b\\tc"\n', ['a'], { offset: 1, length: 2 })).toBe('"b\\tc"');
});

test('a document that nobody has written stands at the begin of its file', () => {
  const made = SourceDocument.ofValue('app/deployment', { a: [1] });
  expect([made.value, made.position(['a', 0])]).toEqual([{ a: [1] }, { file: 'app/deployment', line: 1, column: 1, endLine: 1, endColumn: 1 }]);
});

test('a scalar is given as it is written', () => {
  const text = document('a: 0x10\nb: {c: "d"}\n');
  expect([text.written(['a']), text.written(['b', 'c']), text.written(['b'])]).toEqual(['0x10', '"d"', undefined]);
});

/** `yaml` writes these texts without quotes, and kubectl takes them as numbers, or as the merge key. */
const isReadOtherwise = (text: string): boolean => /^[-+]?0X|^<<$|^[-+.]?\d.*_/.test(text);

const json = fc.letrec<{ value: Json; map: Json }>(tie => ({
  value: fc.oneof(
    { depthSize: 'medium' }, fc.string({ maxLength: 6 }).filter(text => !isReadOtherwise(text)), fc.integer(), fc.boolean(), fc.constantFrom('yes', '010', 'a: b', '- c', '# d', 'e\nf\n', ' g', '😀'),
    fc.array(tie('value'), { maxLength: 3 }), tie('map'),
  ),
  map: fc.dictionary(fc.oneof(fc.string({ maxLength: 4 }).filter(text => !isReadOtherwise(text)), fc.constantFrom('a', '__proto__', 'yes', '8080')), tie('value'), { minKeys: 1, maxKeys: 3 }),
})).map;

function pathsOf(value: Json, path: FieldPath = []): FieldPath[] {
  if (typeof value !== 'object' || value === null) return [path];
  const steps = Array.isArray(value) ? [...value.entries()] as [string | number, Json][] : Object.entries(value) as [string | number, Json][];
  return [path, ...steps.flatMap(([step, item]) => pathsOf(item, [...path, step]))];
}

test('the text at the position of a field is that of its value', () => {
  fc.assert(fc.property(json, fc.constantFrom('block' as const, 'flow' as const), (value, collectionStyle) => {
    const text = stringify(value, { version: '1.1', collectionStyle, lineWidth: 0, aliasDuplicateObjects: false });
    expect(document(text).value).toEqual(value);
    for (const path of pathsOf(value).filter(({ length }) => length > 0)) {
      const expected = valueAt(value, path);
      const { line, column } = document(text).position(path);
      const indented = ' '.repeat(column - 1) + spanned(text, path);
      expect(line).toBeGreaterThan(0);
      expect(parse(typeof expected === 'object' ? indented : `- ${spanned(text, path)}`, { version: '1.1' })).toEqual(typeof expected === 'object' ? expected : [expected]);
    }
  }));
});
