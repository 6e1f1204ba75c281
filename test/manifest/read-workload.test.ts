import * as fc from 'fast-check';
import { Json, ManifestSet, readText, SourceDocument, Workload } from '../../src/manifest';

const workload = (text: string): Workload | undefined => new ManifestSet({ files: readText('a.yaml', text).documents }).workloads[0];

test.each([
  ['apps/v1', 'Deployment', '{template: {metadata: {labels: {app: a}}, spec: {}}}', 'spec.template'],
  ['batch/v1', 'CronJob', '{jobTemplate: {spec: {template: {metadata: {labels: {app: a}}, spec: {}}}}}', 'spec.jobTemplate.spec.template'],
])('the pods of a %s %s', (apiVersion, kind, spec, path) => {
  const read = workload(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a, namespace: apps}\nspec: ${spec}\n`)!;
  expect([read.title, read.templatePath.join('.'), { ...read.podLabels }, read.finite]).toEqual([`apps/a[${kind}]`, path, { app: 'a' }, kind === 'CronJob']);
});

test.each([['serving.knative.dev/v1', 'Deployment'], ['v1', 'constructor'], ['v1', 'ConfigMap']])('a %s %s is none', (apiVersion, kind) => {
  expect(workload(`apiVersion: ${apiVersion}\nkind: ${kind}\nspec: {template: {spec: {}}}\n`)).toBeUndefined();
});

test('containers with variables, words and ports', () => {
  const { containers } = workload(`apiVersion: v1
kind: Pod
metadata: {name: a, labels: {app: a}}
spec:
  initContainers: [{name: first, image: i:1}]
  containers:
  - name: main
    env:
    - {name: A, value: b}
    - {name: B, valueFrom: {configMapKeyRef: {name: c, key: k, optional: true}}}
    - {name: C, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
    - {name: D}
    - {value: nameless}
    envFrom: [{prefix: P_, secretRef: {name: s}}]
    command: [run, 1]
    args: [--all]
    ports: [{name: http, containerPort: 80}, {containerPort: eighty}]
`)!;
  const [, main] = containers;
  expect(containers.map(({ name, list }) => `${list} ${name}`)).toEqual(['initContainers first', 'containers main']);
  expect(main.variables.map(({ name, value, source }) => [name, value, source])).toEqual([
    ['A', 'b', undefined], ['B', undefined, { type: 'configMap', name: 'c', key: 'k', optional: true }], ['C', undefined, { type: 'field' }], ['D', undefined, undefined],
  ]);
  expect(main.variablesFrom.map(({ type, name, prefix }) => [type, name, prefix])).toEqual([['secret', 's', 'P_']]);
  expect(main.words.map(({ text, place }) => [text, place.path.slice(-2)])).toEqual([['run', ['command', 0]], ['--all', ['args', 0]]]);
  expect(main.ports).toEqual([{ name: 'http', port: 80, protocol: 'TCP' }]);
});

test('references that lack a name or key have empty ones', () => {
  const env = '[{name: A, valueFrom: {secretKeyRef: {}}}], envFrom: [{configMapRef: {}}]';
  const { containers: [main] } = workload(`apiVersion: v1\nkind: Pod\nspec: {containers: [{env: ${env}}]}\n`)!;
  expect([main.variables[0].source, main.variablesFrom[0]]).toMatchObject([{ type: 'secret', name: '', key: '' }, { type: 'configMap', name: '', prefix: '' }]);
});

test('volumes of ConfigMaps and Secrets, whole or in part, projected ones too', () => {
  const { volumes } = workload(`apiVersion: v1
kind: Pod
spec:
  volumes:
  - configMap: {name: c, items: [{key: k, path: p}, null]}
  - secret: {secretName: s, optional: true}
  - projected: {sources: [{configMap: {name: d}}, {secret: {name: t}}]}
  - emptyDir: {}
`)!;
  expect(volumes.map(({ type, name, optional, keys }) => [type, name, optional, keys?.map(({ key }) => key)])).toEqual([
    ['configMap', 'c', false, ['k']], ['secret', 's', true, undefined], ['configMap', 'd', false, undefined], ['secret', 't', false, undefined],
  ]);
});

test('fields of any shape make no exception', () => {
  const names = ['metadata', 'labels', 'spec', 'template', 'containers', 'env', 'envFrom', 'name', 'valueFrom', 'configMapKeyRef', 'volumes', 'items', 'ports', 'command', '__proto__'];
  const { value } = fc.letrec<{ value: Json }>(tie => ({
    value: fc.oneof({ depthSize: 'large' }, fc.constantFrom<Json>(null, true, 1, 'a'), fc.array(tie('value'), { maxLength: 2 }), fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 4 })),
  }));
  fc.assert(fc.property(value, value, (metadata, spec) => {
    const files = ['Pod', 'Deployment', 'CronJob', 'Service'].map(kind => SourceDocument.ofValue('a', { apiVersion: kind === 'Deployment' ? 'apps/v1' : 'v1', kind, metadata, spec }));
    expect(() => new ManifestSet({ files })).not.toThrow();
  }));
});
