import { readText } from '../../src/manifest';

/** The value and the problems of a text. */
function read(text: string): { values: unknown[]; problems: string[] } {
  const { documents, problems } = readText('a.yaml', text);
  return { values: documents.map(({ value }) => value), problems: problems.map(({ kind, position }) => `${kind} ${position.line}`) };
}

/** What `kubectl create --dry-run=client -o json` reads. */
test.each<[string, unknown]>([
  ['a: "first\nsecond"\nb: 1\n', { a: 'first second', b: 1 }],
  ['a:\n  b: \'it\'\'s\nsecond\'\n  c: 1\n', { a: { b: 'it\'s second', c: 1 } }],
  ['a: "x  \n\n\\"y\\" \\\nz"\n', { a: 'x\n"y" z' }],
  ['a:\r\n  b: "x\r\ny"\r\n', { a: { b: 'x y' } }],
  ['a: ["x\ny", "z\nw"]\n', { a: ['x y', 'z w'] }],
  ['a: "8080\n"\n', { a: '8080 ' }],
])('%j is read', (text, value) => {
  expect(read(text)).toEqual({ values: [value], problems: [] });
});

test('what stands behind such a text is where it is written', () => {
  const { documents: [document] } = readText('a.yaml', 'a: "x\ny"\nb: {c: 1}\n');
  expect([document.position(['b', 'c']), document.written(['a'])]).toEqual([expect.objectContaining({ line: 3, column: 8 }), '"x\ny"']);
});

test.each([
  ['a: "x\ny\nb: "c"\n', 'syntax 1'], ['a: "x\ny\n', 'syntax 1'], ['"x\ny": 1\n', 'syntax 1'], ['a: "x\ny"\nb: c: d\n', 'syntax 1'], ['a: "x\n---\ny"\n', 'syntax 1'], ['a: "x\n...\ny"\n', 'syntax 1'],
])('%j stays a fault', (text, problem) => {
  expect(read(text).problems[0]).toBe(problem);
});
