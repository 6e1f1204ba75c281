import { ManifestObject, readText } from '../../src/manifest';

const [document] = readText('a.yaml', 'items:\n- apiVersion: apps/v1\n  kind: Deployment\n  metadata: {name: a, labels: {app: a, n: 1}}\n  spec: {replicas: 0x2}\n').documents;
const value = (document.value as { items: never[] }).items[0];
const object = new ManifestObject(document, ['items', 0], value, 'apps', 'files');

test('an object knows what it is', () => {
  expect([object.id, object.group, { ...object.labels }, object.object('spec')]).toEqual(['apps/Deployment/a', 'apps', { app: 'a' }, { replicas: 2 }]);
});

test('the core group has no name', () => {
  expect(new ManifestObject(document, [], { apiVersion: 'v1', kind: 'Pod' }, '', 'files')).toMatchObject({ group: '', id: '/Pod/', name: '' });
});

test('what is no text is no version, kind or name', () => {
  expect(new ManifestObject(document, [], { apiVersion: 1, kind: ['Pod'], metadata: { name: 5 } }, '', 'files')).toMatchObject({ apiVersion: '', kind: '', name: '' });
});

test('fields are found from where the object stands in its document', () => {
  expect([object.position(['spec', 'replicas']).line, object.position().line, object.written(['spec', 'replicas'])]).toEqual([5, 2, '0x2']);
});

test('a place is an object with a path', () => {
  expect(object.at('spec', 'replicas')).toEqual({ object, path: ['spec', 'replicas'] });
});
