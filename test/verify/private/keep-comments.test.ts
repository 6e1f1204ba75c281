import { ManifestObject, ManifestSet, readText } from '../../../src/manifest';
import { keepComments } from '../../../src/verify/private/keep-comments';

/** The only object of a text. */
function objectOf(text: string): ManifestObject {
  return new ManifestSet({ files: readText('web.yaml', text).documents }).objects[0];
}

/** What becomes of the removal of a field of a ConfigMap. */
function removal(data: string, ...path: readonly string[]): unknown {
  const at = objectOf(`apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\n${data}`).at(...path);
  return keepComments({ edits: [{ kind: 'remove', at }] });
}

const GONE = (line: number): unknown => ({ decide: `move or delete the comment in line ${line} first: correcting it would take it away` });

describe('a removal', () => {
  test.each([
    ['behind the value', 'data:\n  A: a\n  B: b # ask Anna\n', 6],
    ['above the key', 'data:\n  A: a\n\n  # ask Anna\n  B: b\n', 7],
    ['between key and value', 'data:\n  A: a\n  B: # ask Anna\n    b\n', 6],
    ['behind a text with a hash in it', 'data:\n  A: a\n  B: "#1" # ask Anna\n', 6],
  ])('is to decide where a comment stands %s', (_, data, line) => {
    expect(removal(data, 'data', 'B')).toEqual(GONE(line));
  });

  test.each([
    ['a hash in quotes', 'data:\n  A: a\n  B: "# b"\n'],
    ['a hash in a block', 'data:\n  A: a\n  B: |\n    # b\n'],
    ['a comment of another field', 'data:\n  A: a # ask Anna\n  B: b\n'],
  ])('is made where there is only %s', (_, data) => {
    expect(removal(data, 'data', 'B')).toHaveProperty('edits');
  });

  test('counts lines from the begin of the file, also in a later document', () => {
    const text = 'a: "\n  x"\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\ndata:\n  A: a\n  B: b # ask Anna\n';
    expect(keepComments({ edits: [{ kind: 'remove', at: objectOf(text).at('data', 'B') }] })).toEqual(GONE(9));
  });
});

test('a list that is replaced keeps its comments', () => {
  const at = objectOf('apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  containers:\n    - name: web # the only one\n').at('spec', 'containers');
  expect(keepComments({ edits: [{ kind: 'replace', at, value: [] }] })).toEqual(GONE(6));
});

test('a text that is replaced is no matter of comments', () => {
  const at = objectOf('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web }\ndata:\n  A: a # ask Anna\n').at('data', 'A');
  expect(keepComments({ edits: [{ kind: 'replace', at, value: 'b' }] })).toHaveProperty('edits');
});

test('a decision stays one', () => {
  expect(keepComments({ decide: 'choose one' })).toEqual({ decide: 'choose one' });
});
