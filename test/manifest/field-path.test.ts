import { formatPath } from '../../src/manifest/field-path';

test.each([
  [['spec', 'containers', 0, 'env', 3, 'value'], 'spec.containers[0].env[3].value'],
  [['data', 'app.yaml'], 'data["app.yaml"]'],
  [['data', 'a"b'], 'data["a\\"b"]'],
  [['metadata', 'labels', 'app.kubernetes.io/name'], 'metadata.labels["app.kubernetes.io/name"]'],
  [[], ''],
])('%j is %s', (path, text) => {
  expect(formatPath(path)).toBe(text);
});
