import { ManifestSet, readText } from '../../../../src/manifest';
import { verify } from '../../../../src/verify';
import { rule } from '../../../../src/verify/rule';
import { Setting, settingsOf } from '../../../../src/verify/rules/private/settings';

function settings(yaml: string): readonly Setting[] {
  let found: readonly Setting[] = [];
  const spy = rule({
    code: 'TEST1',
    title: 'spy',
    severity: 'advice',
    reads: ['workloads', 'objects', 'referencesTo'],
    why: '',
    repair: '',
    source: '§1',
    check: (facts) => {
      found = settingsOf(facts);
      return [];
    },
  });
  verify(new ManifestSet({ files: readText('test.yaml', yaml).documents }), [], {}, [spy]);
  return found;
}

test('a Secret is read as text, and marked', () => {
  const found = settings('{ apiVersion: v1, kind: Secret, metadata: { name: s }, data: { A: SGVsbG8= } }');
  expect(found.map(({ value, secret }) => [value, secret])).toEqual([['Hello', true]]);
});

test('bytes that are no text are empty', () => {
  expect(settings('{ apiVersion: v1, kind: Secret, metadata: { name: s }, data: { A: /u3+7Q== } }').map(({ value }) => value)).toEqual(['']);
});

test('a value of another type is left out', () => {
  expect(settings('{ apiVersion: v1, kind: ConfigMap, metadata: { name: c }, data: { A: 7, B: x } }').map(({ name }) => name)).toEqual(['B']);
});

test('a key that looks like a variable is one, unless the object is mounted', () => {
  const config = '{ apiVersion: v1, kind: ConfigMap, metadata: { name: c }, data: { A: x, a.txt: x } }';
  const pod = '{ apiVersion: v1, kind: Pod, metadata: { name: p }, spec: { containers: [], volumes: [{ name: v, configMap: { name: c } }] } }';
  expect([config, `${config}\n---\n${pod}`].map(yaml => settings(yaml).map(({ isVariable }) => isVariable))).toEqual([[true, false], [false, false]]);
});
