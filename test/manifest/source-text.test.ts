import * as fc from 'fast-check';
import { SourceText } from '../../src/manifest/source-text';

test('lines and columns count from 1, and the end is behind the last character', () => {
  expect(new SourceText('a.yaml', 'ab\ncd\n').between(3, 5)).toEqual({ file: 'a.yaml', line: 2, column: 1, endLine: 2, endColumn: 3 });
});

test('the end of the text is a place', () => {
  expect(new SourceText('a.yaml', 'ab\n').between(3, 3)).toEqual({ file: 'a.yaml', line: 2, column: 1, endLine: 2, endColumn: 1 });
});

test('an empty text has a first line', () => {
  expect(new SourceText('a.yaml', '').between(0, 0)).toMatchObject({ line: 1, column: 1 });
});

test('line and column lead back to the offset', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', '\n', '\r', 'é', '😀'), maxLength: 40 });
  fc.assert(fc.property(texts, fc.nat(), (text, n) => {
    const offset = n % (text.length + 1);
    const { line, column } = new SourceText('f', text).between(offset, offset);
    const before = text.split('\n').slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    expect(before + column - 1).toBe(offset);
  }));
});
