import { edited, replace } from './edited';

const HEAD = 'apiVersion: v1\nkind: X\n';

/** The rest of an object after an edit. */
const after = (rest: string, ...edits: Parameters<typeof edited>[1][]): string => edited(HEAD + rest, ...edits).slice(HEAD.length);

test.each([
  ['a plain text stays plain', 'a: b # c\n', 'd', 'a: d # c\n'],
  ['double quotes stay', 'a: "b"\n', 'd', 'a: "d"\n'],
  ['single quotes stay', 'a: \'b\'\n', 'it\'s', 'a: \'it\'\'s\'\n'],
  ['a text that YAML would take for a number gets quotes', 'a: b\n', '8080', 'a: "8080"\n'],
  ['a text that kubectl would take for true gets quotes', 'a: b\n', 'yes', 'a: "yes"\n'],
  ['a text that YAML would take for null gets quotes', 'a: b\n', '', 'a: ""\n'],
  ['a text with a colon and a space gets quotes', 'a: b\n', 'c: d', 'a: "c: d"\n'],
  ['a text with what begins a comment gets quotes', 'a: b\n', 'c #d', 'a: "c #d"\n'],
  ['a text that begins with an indicator gets quotes', 'a: b\n', '*c', 'a: "*c"\n'],
  ['new quotes are those that the file has more of', 'x: \'1\'\ny: \'2\'\nz: "3"\na: b\n', 'yes', 'x: \'1\'\ny: \'2\'\nz: "3"\na: \'yes\'\n'],
  ['a comma makes no quotes in block style', 'a: b\n', 'c,d', 'a: c,d\n'],
  ['a comma makes quotes in flow style', 'a: b\nf: {g: h}\n', 'c,d', 'a: c,d\nf: {g: h}\n'],
  ['a number loses the quotes of a text', 'a: "b"\n', 8080, 'a: 8080\n'],
  ['a character that YAML forbids is escaped', 'a: b\n', 'c\u0085\u007f', 'a: "c\\u0085\\u007f"\n'],
  ['a text in several lines becomes a block', 'a: b # c\nd: e\n', 'x\ny\n', 'a: | # c\n  x\n  y\nd: e\n'],
  ['a block stays one, as deep as it was', 'a: |  # c\n     b\n\nd: e\n', 'x\ny\n', 'a: |  # c\n     x\n     y\n\nd: e\n'],
  ['a block of another ending gets another header', 'a: |\n  b\nd: e\n', 'x', 'a: |-\n  x\nd: e\n'],
  ['a text that ends in an empty line is quoted, so that no blank line behind it becomes part of it', 'a: b\n\nd: e\n', 'x\n\n', 'a: "x\\n\\n"\n\nd: e\n'],
  ['a text that ends in a line of spaces is quoted too', 'a: b\n\nd: e\n', 'x\n  \n', 'a: "x\\n  \\n"\n\nd: e\n'],
  ['a block that is to hold white space alone becomes quotes', 'a: |-\n  b\nd: e\n', ' ', 'a: " "\nd: e\n'],
  ['a field without a value gets one', 'a: # c\nd: e\n', 'b', 'a: b # c\nd: e\n'],
  ['a plain text of several lines makes room for one', 'a: b\n  c # d\ne: f\n', 'g', 'a: g # d\ne: f\n'],
  ['a text below its key stays there', 'a:\n  b # c\n', 'd', 'a:\n  d # c\n'],
  ['a text becomes a map', 'a: b # c\nd: e\n', { x: { z: 1 } }, 'a: # c\n  x:\n    z: 1\nd: e\n'],
  ['a block becomes a map', 'a: | # c\n  b\nd: e\n', { x: 1 }, 'a: # c\n  x: 1\nd: e\n'],
  ['a text becomes a list that is indented like the others', 'l:\n- m\na: b\n', ['x', 'z'], 'l:\n- m\na:\n- x\n- z\n'],
  ['a map becomes a text, and the comment behind its key stays', 'a: # c\n  x: 1\n  z: 2\nd: e\n', 'b', 'a: b # c\nd: e\n'],
  ['a map becomes another', 'a:\n  x: 1\nd: e\n', { z: 2 }, 'a:\n  z: 2\nd: e\n'],
  ['a map becomes an empty one', 'a:\n  x: 1\nd: e\n', {}, 'a: {}\nd: e\n'],
  ['a map is indented as far as the others', 'm:\n    n: o\na: b\n', { x: 1 }, 'm:\n    n: o\na:\n    x: 1\n'],
  ['a map is written in one line where the maps beside it are', 'm: {n: o}\na: b\n', { x: 1 }, 'm: {n: o}\na: {x: 1}\n'],
  ['an explicit key keeps its mark', '? a\n: b\n', { x: 1 }, '? a\n:\n  x: 1\n'],
  ['an anchor and the tag of a text stay', 'a: &x !!str 1\n', '2', 'a: &x !!str "2"\n'],
  ['a tag goes that the new value is not', 'a: !!int 1 # c\n', 'b', 'a: b # c\n'],
  ['a file without a line break at its end stays so', 'a: b', { x: 1 }, 'a:\n  x: 1'],
])('%s', (_, rest, value, expected) => {
  expect(after(rest, replace(['a'], value))).toBe(expected);
});

test.each([
  ['a comma gets quotes', 'a: {b: c}\n', 'd,e', 'a: {b: "d,e"}\n'],
  ['a map stays in the line', 'a: {b: c, d: e} # f\n', { x: 'z' }, 'a: {b: {x: z}, d: e} # f\n'],
  ['spaces inside brackets are kept', 'a: { b: c }\n', { x: 'z' }, 'a: { b: { x: z } }\n'],
  ['a key alone gets a value', 'a: {b}\n', 'c', 'a: {b: c}\n'],
  ['a key with a colon alone gets a value', 'a: {b: }\n', 'c', 'a: {b: c }\n'],
  ['a tag goes that the new value is not', 'a: {b: !!int 1}\n', 'c', 'a: {b: c}\n'],
])('in flow style, %s', (_, rest, value, expected) => {
  expect(after(rest, replace(['a', 'b'], value))).toBe(expected);
});

test.each([
  ['a list in the place of a text', 'a:\n- b\n', ['x', 'z'], 'a:\n- - x\n  - z\n'],
  ['a map in the place of a text, behind a dash with more spaces', 'a:\n-   b # c\n', { x: 1, z: 2 }, 'a:\n- x: 1 # c\n  z: 2\n'],
  ['a text in the place of a map', 'a:\n  - x: 1 # c\n    z: 2 # d\n', 'b', 'a:\n  - b # d\n'],
  ['a text in the place of a map below its dash', 'a:\n  - # c\n    x: 1\n', 'b', 'a:\n  - b # c\n'],
  ['a value in the place of none', 'a:\n  -\n  - c\n', 'b', 'a:\n  - b\n  - c\n'],
])('an item of a list: %s', (_, rest, value, expected) => {
  expect(after(rest, replace(['a', 0], value))).toBe(expected);
});

test('a tag of an item in flow style goes if the new value is not of it', () => {
  expect(after('a: [!!int 1, 2]\n', replace(['a', 0], 'b'))).toBe('a: [ b, 2]\n');
});

test('a field is replaced in the document in which it stands', () => {
  expect(edited(`${HEAD}a: b\n---\n${HEAD}a: b\n`, object => ({ kind: 'replace', at: { object, path: ['a'] }, value: 'c' }))).toBe(`${HEAD}a: c\n---\n${HEAD}a: b\n`);
});

test('a map in several lines of JSON stays in lines, with the indentation of the file', () => {
  const text = '{\n    "apiVersion": "v1",\n    "kind": "X",\n    "a": "b"\n}\n';
  expect(edited(text, replace(['a'], { x: ['y'] }))).toBe(text.replace('"b"', '{\n        "x": [\n            "y"\n        ]\n    }'));
});

test.each([
  ['{"apiVersion": "v1", "kind": "X", "a": "b"}', '{"apiVersion": "v1", "kind": "X", "a": {"x": [1, "y"]}}'],
  ['{"apiVersion":"v1","kind":"X","a":"b"}', '{"apiVersion":"v1","kind":"X","a":{"x":[1,"y"]}}'],
])('JSON in one line stays in one, with its spaces: %s', (text, expected) => {
  expect(edited(text, replace(['a'], { x: [1, 'y'] }))).toBe(expected);
});
