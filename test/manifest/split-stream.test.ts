import * as fc from 'fast-check';
import { splitStream } from '../../src/manifest/split-stream';

const texts = (stream: string): string[] => splitStream(stream).map(({ text }) => text);

test('--- at the begin of a line begins a part', () => {
  expect(texts('a: 1\n---\nb: 2\n--- # next\nc: 3\n')).toEqual(['a: 1\n', '---\nb: 2\n', '--- # next\nc: 3\n']);
});

test('a stream may end with a separator, and its lines with CRLF', () => {
  expect(texts('a: 1\r\n---\r\nb: 2\r\n---')).toEqual(['a: 1\r\n', '---\r\nb: 2\r\n', '---']);
});

test.each(['----\n', '---a: 1\n', '  ---\n', 'a: ---\n'])('%j separates nothing', (line) => {
  expect(texts(`a: 1\n${line}`)).toEqual([`a: 1\n${line}`]);
});

test('directives belong to the document behind the separator', () => {
  expect(texts('# c\n%YAML 1.1\n---\na: 1\n---\nb: 2\n')).toEqual(['# c\n%YAML 1.1\n---\na: 1\n', '---\nb: 2\n']);
});

test('a text that begins with a percent sign is no directive where other lines stand beside it', () => {
  expect(texts('%a\nb: 1\n---\nc: 1\n')).toEqual(['%a\nb: 1\n', '---\nc: 1\n']);
});

test.each(['\ufeff---\nb: 2\n', '---\n\ufeffb: 2\n'])('a byte order mark at the begin of the part %j is left out', (part) => {
  const stream = `a: 1\n${part}`;
  const [, { text, offset }] = splitStream(stream);
  expect([text.replace('---\n', ''), stream.slice(offset)]).toEqual(['b: 2\n', text]);
});

test('the parts together are the stream, each at its offset', () => {
  const lines = fc.array(fc.constantFrom('---', '--- ', '%YAML 1.1', '# c', 'a: 1', '', '...', '\r'), { maxLength: 12 });
  fc.assert(fc.property(lines, (list) => {
    const stream = list.join('\n');
    const parts = splitStream(stream);
    expect(parts.map(({ text }) => text).join('')).toBe(stream);
    for (const { text, offset } of parts) expect(stream.startsWith(text, offset)).toBe(true);
  }));
});
