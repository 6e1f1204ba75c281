import { readText } from '../../src/manifest';

/** The values of the documents of a text that has no faults. */
function values(text: string): unknown[] {
  const read = readText('a.yaml', text);
  expect(read.problems).toEqual([]);
  return read.documents.map(({ value }) => value);
}

/** Kinds and lines of the problems of a text. */
function problems(text: string): string[] {
  return readText('a.yaml', text).problems.map(({ kind, position }) => `${kind} ${position.line}:${position.column}`);
}

test('an alias is the value of the last anchor before it', () => {
  expect(values('a: &x 1\nb: *x\nc: &x [2]\nd: *x\n')).toEqual([{ a: 1, b: 1, c: [2], d: [2] }]);
});

test('a key that is an alias is the text of its anchor', () => {
  expect(values('a: &x name\n? *x\n: 1\n')).toEqual([{ a: 'name', name: 1 }]);
});

test('a key that is an alias without an anchor is no text', () => {
  expect(problems('? *x\n: 1\n')).toEqual(['syntax 1:3']);
});

test('of several faults that keep a document from being read the first is told', () => {
  expect(problems('a: *x\n? [b]\n: *y\n')).toEqual(['syntax 1:4']);
});

test.each([
  ['a: &b {p: 1, q: 1}\nc:\n  <<: *b\n  p: 2\n', { p: 2, q: 1 }],
  ['a: &b {p: 1, q: 1}\nc:\n  p: 2\n  <<: *b\n', { p: 1, q: 1 }],
  ['a: &b {p: 1}\nx: &d {p: 3, r: 3}\nc:\n  <<: [*b, *d]\n', { p: 1, r: 3 }],
  ['a: &b {p: 1}\nx: &d {p: 2}\nc:\n  <<: *b\n  <<: *d\n', { p: 2 }],
  ['a: &b {p: 1}\nx: &d\n  <<: *b\n  q: 1\nc:\n  <<: *d\n', { p: 1, q: 1 }],
  ['c:\n  <<: {z: 1}\n', { z: 1 }],
  ['c:\n  \'<<\': {z: 1}\n', { '<<': { z: 1 } }],
])('maps are merged as kubectl does: %j', (text, merged) => {
  expect((values(text)[0] as { c: unknown }).c).toEqual(merged);
});

test.each([['0x1f', '31'], ['.5', '0.5'], ['1e3', '1000'], ['yes', 'true'], ['1.0', '1']])('the key %s is read as %s, which is told', (written, key) => {
  expect([Object.keys(readText('a.yaml', `${written}: v\n`).documents[0].value as object), problems(`${written}: v\n`)]).toEqual([[key], ['changed-key 1:1']]);
});

test('the last of two equal keys wins, and is told once', () => {
  expect([readText('a.yaml', 'a: 1\na: 2\na: 3\n').documents[0].value, problems('a: 1\na: 2\na: 3\n')]).toEqual([{ a: 3 }, ['duplicate-key 2:1']]);
});

test('a key that is repeated with the same value is told as such', () => {
  expect(problems('a: {b: [1]}\n"a": {b: [1]}\n')).toEqual(['repeated-key 2:1']);
});

test('keys of JavaScript are keys as others', () => {
  const value = readText('a.yaml', '__proto__: {a: 1}\nconstructor: 2\n').documents[0].value as object;
  expect([Object.keys(value), Object.getPrototypeOf(value)]).toEqual([['__proto__', 'constructor'], Object.prototype]);
});

test('aliases of aliases end where kubectl ends', () => {
  const line = (i: number): string => `a${i}: &a${i} [${Array<string>(10).fill(`*a${i - 1}`).join(',')}]`;
  expect(problems(['a0: &a0 [x,x,x,x,x,x,x,x,x,x]', ...Array.from({ length: 300 }, (_, i) => line(i + 1))].join('\n'))).toEqual([expect.stringMatching(/^excessive/)]);
});

test('many aliases of one value are fine', () => {
  expect(problems(`a: &a {b: 1}\nc:\n${'  - *a\n'.repeat(500)}`)).toEqual([]);
});

test.each([
  ['flow', 'a: ' + '['.repeat(20_000)], ['maps', 'a: ' + '{a: '.repeat(20_000)], ['dashes', '- '.repeat(20_000)], ['questions', '? '.repeat(20_000)],
  ['closed flow', '['.repeat(300) + ']'.repeat(300)],
  ['aliases', ['a0: &a0 [x]', ...Array.from({ length: 300 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]`)].join('\n')],
])('deep nesting is a problem, no stack overflow: %s', (_, text) => {
  expect(problems(text)).toEqual([expect.stringMatching(/^excessive/)]);
});
