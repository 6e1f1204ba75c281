import { ManifestSet, readText } from '../../../../src/manifest';
import { mentionedNames } from '../../../../src/verify/rules/private/mentions';

function mentioned(yaml: string): string[] {
  const set = new ManifestSet({ files: readText('test.yaml', yaml).documents });
  return [...mentionedNames(set.all)].filter(name => name !== '');
}

test('a custom resource mentions what stands in its fields, at any depth', () => {
  expect(mentioned('{ apiVersion: example.com/v1, kind: Broker, metadata: { name: own }, spec: { list: [{ config: shop/orders-config }] } }'))
    .toEqual(['shop', 'orders-config']);
});

test('labels and selectors mention nobody', () => {
  expect(mentioned('{ apiVersion: example.com/v1, kind: Monitor, spec: { selector: { matchLabels: { app: orders } } } }')).toEqual([]);
});

test.each(['v1', 'apps/v1', 'batch/v1'])('the fields of an object of %s mention nobody', (apiVersion) => {
  expect(mentioned(`{ apiVersion: ${apiVersion}, kind: Thing, spec: { config: orders-config } }`)).toEqual([]);
});

test('a policy mentions nobody', () => {
  expect(mentioned('{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, spec: { x: orders } }')).toEqual([]);
});

test('an annotation of any object mentions what it says', () => {
  expect(mentioned('{ apiVersion: v1, kind: Service, metadata: { annotations: { example.com/secret: orders-certificate } } }')).toEqual(['orders-certificate']);
});

test('what kubectl keeps of the last apply mentions nobody', () => {
  expect(mentioned('{ apiVersion: v1, kind: Service, metadata: { annotations: { kubectl.kubernetes.io/last-applied-configuration: orders } } }')).toEqual([]);
});

test('a service account mentions its Secrets', () => {
  expect(mentioned('{ apiVersion: v1, kind: ServiceAccount, imagePullSecrets: [{ name: registry-login }] }')).toEqual(['registry-login']);
});
