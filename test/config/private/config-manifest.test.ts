import { mkdtempSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { readConfigManifest } from '../../../src/config/private/config-manifest';

function file(...documents: (object | null)[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'manifest-')), 'config.yaml');
  writeFileSync(path, documents.map(document => JSON.stringify(document)).join('\n---\n'));
  return path;
}

const configMap = (name: string, rest: object = {}) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'apps' }, ...rest });

test('namespace, keys and values of the ConfigMap are read', () => {
  expect(readConfigManifest(file(configMap('a', { data: { KEY: 'value' } })), 'a'))
    .toEqual({ namespace: 'apps', keys: ['KEY'], values: { KEY: 'value' } });
});

test('other objects of the file are passed over', () => {
  const others = [{ ...configMap('b'), kind: 'Secret' }, null, { kind: 'ConfigMap' }, configMap('a')];
  expect(readConfigManifest(file(...others, configMap('b', { data: { B: '' } })), 'b').keys).toEqual(['B']);
});

test('a binary key is a key without a known value', () => {
  expect(readConfigManifest(file(configMap('a', { binaryData: { LOGO: 'AA==' } })), 'a')).toEqual({ namespace: 'apps', keys: ['LOGO'], values: {} });
});

test('an unquoted number is read as text', () => {
  expect(readConfigManifest(file(configMap('a', { data: { PORT: 8080 } })), 'a').values).toEqual({ PORT: '8080' });
});

test('a ConfigMap that the file lacks is refused with those that it has', () => {
  expect(() => readConfigManifest(file(configMap('a'), configMap('b')), 'c')).toThrow('holds 0 ConfigMaps c; write the name of one that it holds once (it holds a, b)');
});

test('a file without any ConfigMap is refused', () => {
  expect(() => readConfigManifest(file({ ...configMap('a'), kind: 'Secret' }), 'a')).toThrow('holds 0 ConfigMaps a; write the name of one that it holds once (it holds none)');
});

test('a ConfigMap that the file has twice is refused', () => {
  expect(() => readConfigManifest(file(configMap('a'), configMap('a')), 'a')).toThrow('holds 2 ConfigMaps a');
});
