import { readText } from '../../src/manifest';

/** The value of `v` and what is wrong with it. */
function read(written: string): unknown {
  const { documents, problems } = readText('a.yaml', `v: ${written}\n`);
  return problems.length > 0 ? problems.map(({ message }) => message) : (documents[0].value as { v: unknown }).v;
}

test.each([
  ['"yes"', 'yes'], ['\'12\'', '12'], ['"\\x41"', 'A'], ['"\\u00e9"', 'é'], ['!!str 12', '12'], ['!!str', ''], ['!!str ~', '~'], ['! 12', '12'],
  ['!custom 12', '12'], ['!!map 12', '12'], ['!!timestamp 2024-01-01', '2024-01-01'], ['!!binary aGVsbG8=', 'hello'], ['!!binary gIGC', '\ufffd\ufffd\ufffd'],
  ['!<tag:yaml.org,2002:str> 12', '12'],
])('%s is the text %p', (written, text) => {
  expect(read(written)).toBe(text);
});

test.each([
  ['!!int "12"', 12], ['!!int "0x1f"', 31], ['!!float 12', 12], ['!!float "1e3"', 1000], ['!!bool "yes"', true], ['!!null ""', null], ['!!int 1_0', 10],
])('%s is %p', (written, value) => {
  expect(read(written)).toBe(value);
});

test.each(['!!int x', '!!float abc', '!!bool x', '!!null x', '!!binary x'])('%s is refused, without a word of the value', (written) => {
  expect(read(written)).toEqual([expect.stringMatching(/that its tag !!\w+ says$/)]);
});

test.each(['.inf', '-.inf', '.nan'])('%s is refused, since JSON has no such number', (written) => {
  expect(read(written)).toEqual([expect.stringContaining(`${written} is no number`)]);
});

test.each([['!!set {a}', { a: null }], ['!!omap [a: 1]', [{ a: 1 }]], ['!custom {a: 1}', { a: 1 }], ['!!int [a]', ['a']]])('the tag of a collection says nothing: %s', (written, value) => {
  expect(read(written)).toEqual(value);
});
