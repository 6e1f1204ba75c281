import { ManifestSet, readText } from '../../../../src/manifest';
import { keysOf } from '../../../../src/verify/rules/private/config-keys';

function keys(yaml: string, by?: 'env' | 'envFrom' | 'volume'): readonly string[] | undefined {
  return keysOf(new ManifestSet({ files: readText('test.yaml', `{ apiVersion: v1, ${yaml} }`).documents }).all[0], by);
}

test('a volume takes all fields', () => {
  expect(keys('kind: ConfigMap, data: { a: "1" }, binaryData: { b: "" }')).toEqual(['a', 'b']);
});

test.each(['env', 'envFrom'] as const)('%s does not take binary data', (by) => {
  expect(keys('kind: ConfigMap, data: { a: "1" }, binaryData: { b: "" }', by)).toEqual(['a']);
});

test('a key in two fields is one key', () => {
  expect(keys('kind: Secret, data: { a: MQ== }, stringData: { a: "1", b: "2" }')).toEqual(['a', 'b']);
});

test('an empty ConfigMap has no keys', () => {
  expect(keys('kind: ConfigMap, data: {}')).toEqual([]);
});

test('the keys of an object without any data are not known', () => {
  expect(keys('kind: Secret')).toBeUndefined();
});

test('the keys of a token Secret are not known', () => {
  expect(keys('kind: Secret, type: kubernetes.io/service-account-token, data: { extra: MQ== }')).toBeUndefined();
});
