import { looksLikeManifest } from '../../src/manifest/looks-like-manifest';

test.each([
  [{ apiVersion: 'v1', kind: 'Pod' }], [{ apiVersion: 'v1', metadata: {} }], [{ kind: 'Pod', spec: {} }],
])('%j does', (value) => {
  expect(looksLikeManifest(value)).toBe(true);
});

test.each([
  [{ apiVersion: 'v2', name: 'chart', version: '1.0.0' }], [{ resources: ['a.yaml'] }], [{ name: 'package' }], [[1]], ['kind'], [null],
])('%j does not', (value) => {
  expect(looksLikeManifest(value)).toBe(false);
});
