import { ApiObject, Testing } from 'cdk8s';
import { ConfigReferences } from '../../../src/config/private/config-references';

function references(spec: object): ConfigReferences {
  const chart = Testing.chart();
  new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'Pod', metadata: { namespace: 'apps' }, spec });
  return new ConfigReferences(chart.node.root);
}

test.each([
  ['configMapKeyRef', { env: [{ valueFrom: { configMapKeyRef: { name: 'settings', key: 'A' } } }] }],
  ['an item of a volume', { volumes: [{ configMap: { name: 'settings', items: [{ key: 'A', path: 'a' }] } }] }],
  ['an item of a projected volume', { volumes: [{ projected: { sources: [{ configMap: { name: 'settings', items: [{ key: 'A', path: 'a' }] } }] } }] }],
])('%s refers to its key alone', (_, spec) => {
  const read = references(spec);
  expect([read.has('apps/settings', 'A'), read.has('apps/settings', 'B'), read.has('apps/other', 'A')]).toEqual([true, false, false]);
});

test.each([
  ['envFrom', { envFrom: [{ configMapRef: { name: 'settings' } }] }],
  ['a volume', { volumes: [{ configMap: { name: 'settings' } }] }],
])('%s refers to every key', (_, spec) => {
  const read = references(spec);
  expect([read.has('apps/settings', 'A'), read.has('apps/settings', 'B'), read.has('apps/other', 'A')]).toEqual([true, true, false]);
});

test('several references to one ConfigMap add up', () => {
  const refer = (key: string) => ({ valueFrom: { configMapKeyRef: { name: 'settings', key } } });
  const read = references({ env: [refer('A'), refer('B')] });
  expect([read.has('apps/settings', 'A'), read.has('apps/settings', 'B')]).toEqual([true, true]);
});
