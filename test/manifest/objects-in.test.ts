import { ManifestObject, ReadProblem, readText } from '../../src/manifest';
import { objectsIn } from '../../src/manifest/objects-in';

function read(text: string, namespace = ''): { objects: readonly ManifestObject[]; problems: readonly ReadProblem[] } {
  return objectsIn(readText('a.yaml', text).documents[0], namespace, 'files');
}

const ids = (text: string, namespace?: string): string[] => read(text, namespace).objects.map(({ id }) => id);

test('a document is an object', () => {
  expect(ids('apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: apps}\n')).toEqual(['apps/Pod/a']);
});

test('the items of lists are objects, those of lists in lists too', () => {
  const text = 'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Pod, metadata: {name: a}}\n- apiVersion: v1\n  kind: List\n  items:\n  - {apiVersion: v1, kind: Pod, metadata: {name: b}}\n';
  expect([ids(text), read(text).objects[1].position(['metadata', 'name']).line]).toEqual([['/Pod/a', '/Pod/b'], 8]);
});

test('the items of a list of one kind need not say it', () => {
  expect(ids('apiVersion: v1\nkind: ConfigMapList\nitems: [{metadata: {name: a}}]\n')).toEqual(['/ConfigMap/a']);
});

test('a kind that ends with List and has a name is an object', () => {
  expect(ids('apiVersion: example.com/v1\nkind: AllowList\nmetadata: {name: a}\nitems: [b]\n')).toEqual(['/AllowList/a']);
});

test('an object without a namespace takes the default, unless its kind has none', () => {
  expect([
    ids('{apiVersion: v1, kind: Pod, metadata: {name: a}}', 'apps'), ids('{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: ""}}', 'apps'),
    ids('{apiVersion: v1, kind: Namespace, metadata: {name: a, namespace: b}}', 'apps'),
  ]).toEqual([['apps/Pod/a'], ['apps/Pod/a'], ['/Namespace/a']]);
});

test.each([
  ['{kind: Pod, metadata: {name: a}}', 'incomplete-object', 'the document has no apiVersion, so Kubernetes cannot tell what it is'],
  ['{apiVersion: v1, kind: 5, metadata: {name: a}}', 'incomplete-object', 'the document has no kind, so Kubernetes cannot tell what it is'],
  ['{metadata: {name: a}, spec: {}}', 'incomplete-object', 'the document has no apiVersion and kind, so Kubernetes cannot tell what it is'],
  ['{apiVersion: v1, kind: List, items: [null]}', 'incomplete-object', 'this item of the list has no apiVersion and kind, so Kubernetes cannot tell what it is'],
  ['{name: a}', 'not-an-object', 'the document is no Kubernetes object'],
  ['[1]', 'not-an-object', 'the document is no Kubernetes object'],
])('%s is a problem', (text, kind, message) => {
  expect(read(text).problems).toEqual([expect.objectContaining({ kind, message })]);
});

test('the copy that kubectl keeps in an annotation is no part of the object', () => {
  const [object] = read('apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations: {a: b, kubectl.kubernetes.io/last-applied-configuration: "{}"}\n').objects;
  expect([object.annotations, object.name]).toEqual([expect.objectContaining({ a: 'b' }), 'a']);
  expect(Object.keys(object.annotations)).toEqual(['a']);
});
