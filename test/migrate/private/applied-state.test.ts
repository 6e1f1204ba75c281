import { Json, ManifestSet, readText } from '../../../src/manifest';
import { appliedState } from '../../../src/migrate/private/applied-state';

const widget = (spec: Json): string => JSON.stringify({ apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'a', namespace: 'b' }, spec });
const list = (...items: string[]): string => `{"apiVersion": "v1", "kind": "List", "items": [${items.join(',')}]}`;

/** The spec that the cluster has once a change of the file is applied; the widget is the second item of a list. */
function applied(before: Json, after: Json, held: Json): unknown {
  const other = widget({ other: true }).replace('"a"', '"c"');
  const state = readText('cluster.json', list(other, widget(held))).documents;
  const [old, changed] = [before, after].map(spec => new ManifestSet({ files: readText('a.json', widget(spec)).documents, state }));
  const [document] = appliedState(old, changed, state);
  const { items } = document.value as { items: { spec: Json }[] };
  expect(items[0].spec).toEqual({ other: true });
  return items[1].spec;
}

test('a field that changed in the file changes', () => {
  expect(applied({ a: 1 }, { a: 2 }, { a: 1 })).toEqual({ a: 2 });
});

test('what the file did not change stays as the cluster has it', () => {
  expect(applied({ a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 5, c: 6 })).toEqual({ a: 2, b: 5, c: 6 });
});

test('fields far below change, too', () => {
  expect(applied({ a: { b: 1 } }, { a: { b: 2 } }, { a: { b: 1, c: 3 } })).toEqual({ a: { b: 2, c: 3 } });
});

test('a field that was added comes, and one that was removed goes', () => {
  expect(applied({ a: 1 }, { b: 2 }, { a: 1 })).toEqual({ b: 2 });
});

test('a changed list is as in the file', () => {
  expect(applied({ a: [1] }, { a: [1, 2] }, { a: [0, 1] })).toEqual({ a: [1, 2] });
});

test('a document of which nothing changed is the same', () => {
  const state = readText('cluster.json', widget({ a: 1 })).documents;
  const set = new ManifestSet({ files: readText('a.json', widget({ a: 1 })).documents, state });
  expect(appliedState(set, set, state)[0]).toBe(state[0]);
});

test('a document that is one object changes as a whole', () => {
  const state = readText('cluster.json', widget({ a: 1 })).documents;
  const [old, changed] = [{ a: 1 }, { a: 2 }].map(spec => new ManifestSet({ files: readText('a.json', widget(spec)).documents, state }));
  expect(appliedState(old, changed, state)[0].value).toMatchObject({ spec: { a: 2 } });
});
