import { ManifestSet, readText } from '../../../../src/manifest';
import { generatedNames } from '../../../../src/verify/rules/private/generated-names';

function isGenerated(name: string, yaml: string): boolean {
  return generatedNames(new ManifestSet({ files: readText('test.yaml', yaml).documents })).has(name);
}

test('a custom resource may make an object of its own name', () => {
  expect(isGenerated('orders', '{ apiVersion: bitnami.com/v1alpha1, kind: SealedSecret, metadata: { name: orders } }')).toBe(true);
});

test('a custom resource may make an object that it names', () => {
  expect(isGenerated('orders-tls', '{ apiVersion: cert-manager.io/v1, kind: Certificate, metadata: { name: a }, spec: { secretName: orders-tls } }')).toBe(true);
});

test('a workload makes no object of its name', () => {
  expect(isGenerated('orders', '{ apiVersion: apps/v1, kind: Deployment, metadata: { name: orders } }')).toBe(false);
});

test('the certificate of the cluster is in every namespace', () => {
  expect(isGenerated('kube-root-ca.crt', '{ apiVersion: v1, kind: Namespace, metadata: { name: shop } }')).toBe(true);
});
