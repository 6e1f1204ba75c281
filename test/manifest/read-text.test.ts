import * as fc from 'fast-check';
import { PartMemo, readText } from '../../src/manifest/read-text';
import { anyCharacter } from '../support/any-character';

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

test('documents without content are none', () => {
  expect(values('---\n# a comment\n---\na: 1\n---\n...\n')).toEqual([{ a: 1 }]);
});

test('CRLF ends lines, and is no part of a block of text', () => {
  expect(values('a: yes\r\nb: |\r\n  c\r\n  d\r\n---\r\ne: 1\r\n')).toEqual([{ a: true, b: 'c\nd\n' }, { e: 1 }]);
});

test('a byte order mark is left out', () => {
  expect(readText('a.yaml', '\ufeffa: 1\n').documents[0].position(['a'], { part: 'key' })).toMatchObject({ line: 1, column: 1 });
});

test('JSON is read, tabs and escapes included', () => {
  expect(values('{\n\t"a": "\\u00e9\\n",\n\t"b": [1, 2.5, null, true]\n}\n')).toEqual([{ a: 'é\n', b: [1, 2.5, null, true] }]);
});

test('a lost character is told', () => {
  expect(problems('a: b\nc: d\ufffd\n')).toEqual(['encoding 2:5']);
});

test('a part that was read before is not parsed again, but stands in its own file', () => {
  const memo: PartMemo = new Map();
  const first = readText('a.yaml', 'a: 1\n', memo).documents[0];
  const second = readText('b.yaml', '# c\n---\na: 1\n', new Map([...memo, ['---\na: 1\n', memo.get('a: 1\n')!]])).documents[0];
  expect([second.value === first.value, second.file, first.file]).toEqual([true, 'b.yaml', 'a.yaml']);
});

const PIECES = [
  'a', 'b: ', '- ', '? ', ': ', '\n', '\n  ', '\n    ', '\n---\n', '\n...\n', '%YAML 1.1\n', '{', '}', '[', ']', ', ', '"', '\'', '|\n', '>-\n', '&a ', '*a', '<<: ', '!!int ', '!x ', '#', ' # c',
  '\t', '\r\n', '\r', '\0', '\ufeff', '😀', '{{ x }}', '{% x %}', '~', '0x1f', '.inf', '@', '`', '\\', '__proto__', '\ud800',
];

test('any text is read without an exception, and each problem and document lies in the file', () => {
  const texts = fc.oneof(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map(pieces => pieces.join('')), fc.string({ unit: anyCharacter, maxLength: 30 }));
  fc.assert(fc.property(texts, (text) => {
    const { documents, problems: found } = readText('a.yaml', text);
    const lines = text.replace(/^\ufeff/, '').split('\n');
    const positions = [...found.map(({ position }) => position), ...documents.map(document => document.position([]))];
    for (const { line, column, endLine, endColumn } of positions) {
      expect(lines[line - 1].length + 1).toBeGreaterThanOrEqual(column);
      expect(lines[endLine - 1].length + 1).toBeGreaterThanOrEqual(endColumn);
      expect(line < endLine || (line === endLine && column <= endColumn)).toBe(true);
    }
    for (const { message, fix } of found) expect(`${message}${fix}`).not.toMatch(/[\n\r]/);
  }), { numRuns: 500 });
});
