import { Document, isScalar, parseDocument, Scalar } from 'yaml';
import { WrittenScalar } from '../../src/manifest/written-scalar';

/** Where a part of the value stands in its written form. */
function offsetOf(written: string, part: string, from = 0): number | undefined {
  const { contents }: Document = parseDocument(written);
  const scalar = (isScalar(contents) ? contents : undefined) as Scalar.Parsed;
  return new WrittenScalar(written, scalar).offsetOf(scalar.source.indexOf(part, from), part);
}

test.each([['ab cd', 'cd', 3], ['"ab cd"', 'cd', 4], ['\'ab cd\'', 'ab', 1], ['"a\\tb cd"', 'cd', 6], ['|\n  ab\n    cd\n', 'cd', 11], ['>\n  ab\n  cd\n', 'cd', 9]])(
  'in %j, %s begins at %d', (written, part, offset) => {
    expect(offsetOf(written, part)).toBe(offset);
  });

test('a later one is told from an earlier one', () => {
  expect(offsetOf('"\\ta a"', 'a', 2)).toBe(5);
});

test('nothing is nowhere', () => {
  expect(new WrittenScalar('a', parseDocument('a').contents as Scalar.Parsed).offsetOf(0, '')).toBeUndefined();
});

test('one that is asked for many parts gives each', () => {
  const written = `|\n${Array.from({ length: 100 }, (_, i) => `  line ${i}\n`).join('')}`;
  const contents = parseDocument(written).contents as Scalar.Parsed;
  const scalar = new WrittenScalar(written, contents);
  const parts = ['line 99', 'line 0', 'line 50'];
  expect(parts.map(part => scalar.offsetOf(contents.source.indexOf(part), part))).toEqual(parts.map(part => written.indexOf(part)));
});

test('the lines of a text of 100 kB are found one by one', () => {
  const written = `|\n${'  a\n'.repeat(25_000)}`;
  const scalar = new WrittenScalar(written, { type: 'BLOCK_LITERAL', source: 'a\n'.repeat(25_000) });
  for (let i = 0; i < 25_000; i++) if (scalar.offsetOf(i * 2, 'a') !== i * 4 + 4) throw new Error(`line ${i}`);
  expect(scalar.offsetOf(4, 'a')).toBe(12);
});

test('a part of a long text with escape sequences is not looked for', () => {
  expect(offsetOf(`"\\t${'x'.repeat(30_000)} cd"`, 'cd')).toBeUndefined();
});
