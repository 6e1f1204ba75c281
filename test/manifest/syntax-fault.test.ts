import { readText } from '../../src/manifest';

/** Position and message of each problem. */
function problems(text: string): string[] {
  return readText('a.yaml', text).problems.map(({ position, message }) => `${position.line}:${position.column} ${message}`);
}

test.each([
  ['a: b: c\n', '1:4 a value with a second ": " in its line'],
  ['a:\n  - b\n - c\n', '3:1 a list item with an indentation of its own'],
  ['a:\n\tb: 1\n', '2:1 a tab as indentation'],
  ['a: @b\n', '1:4 a value that begins with a character which YAML reserves'],
  ['a: */5 * * * *\n', '1:4 a value that begins with an asterisk, which names an alias'],
  ['x: 1\na: "b\n  c: d\n', '2:4 the quote that begins here is not closed'],
  ['a: "\\q"\n', '1:5 an escape sequence that YAML does not know'],
  ['a: [b\nc: 1\n', '2:1 a { or [ that is not closed, or that goes on in lines without indentation'],
  ['a: 1\nb\nc: 1\n', '2:1 a key without ":" behind it, or a text that goes on in a line with a ":"'],
  ['a: *b\n', '1:4 the alias *b has no anchor before it'],
  ['a: &b [*b]\n', '1:8 the value of the anchor &b contains itself'],
  ['[a]: 1\n', '1:1 the key of a map is no text'],
  ['~: 1\n', '1:1 the key of a map is no text'],
  ['a: 1\n<<: 2\n', '2:1 the merge key << has a value that is no map'],
  ['a: "\x07"\n', '1:5 a control character, which YAML does not allow'],
  ['--- {a: 1}\n', '1:5 content in the line of the separator ---, which kubectl refuses'],
])('%j: %s', (text, problem) => {
  expect(problems(text)).toEqual([problem]);
});

test('each message is one line that holds nothing of the text', () => {
  const text = 'stringData:\n  a: "hunter2" hunter3\n  b: |hunter4\n   hunter5\n';
  const [message] = problems(text);
  expect(message).not.toMatch(/hunter|\n/);
});

test('a fault leaves the other documents of the stream', () => {
  const { documents, problems: found } = readText('a.yaml', 'a: "b\n---\nc: 1\n---\nd: e: f\n---\ng: 1\n');
  expect([documents.map(({ value }) => value), found.map(({ position }) => position.line)]).toEqual([[{ c: 1 }, { g: 1 }], [1, 5]]);
});
