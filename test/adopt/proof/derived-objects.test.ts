import { whyDerived } from '../../../src/adopt/proof/derived-objects';
import { ManifestSet, readText } from '../../../src/manifest';
import { verify } from '../../../src/verify';

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: { name: stock, namespace: shop }
spec:
  selector: { matchLabels: { app: stock } }
  template:
    metadata: { labels: { app: stock } }
    spec: { containers: [{ name: main, image: 'shop/stock:1', env: [{ name: LEVEL, valueFrom: { configMapKeyRef: { name: feed, key: LEVEL } } }] }] }
---
`;
const policy = (type: string, app: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ways, namespace: shop }
spec: { podSelector: { matchLabels: { app: ${app} } }, policyTypes: [${type}] }
`;
const config = (data: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: feed, namespace: shop }\n${data}`;

/** Why the last object of a text is rendered, beside a state of the cluster and what else the input has. */
function why(text: string, state = '', field?: { path: string }, more = ''): string | undefined {
  const [before, facts] = [more, `${more}---\n${text}`].map(part =>
    verify(new ManifestSet({ files: readText('a.yaml', DEPLOYMENT + part).documents, state: readText('state.yaml', state).documents })).facts);
  return whyDerived({ after: facts.objects.at(-1), field }, before, facts);
}

test('a policy for a workload of the app comes with its connections', () => {
  expect(why(policy('Egress', 'stock'))).toContain('docs/policies.md');
});

test.each([
  ['that closes ways to the workload', policy('Ingress', 'stock')],
  ['for pods that nobody has', policy('Egress', 'others')],
])('a policy %s does not', (_, text) => {
  expect(why(text)).toBeUndefined();
});

test('a policy that closes ways to the workload does where they are closed already', () => {
  expect(why(policy('Ingress', 'stock'), '', undefined, policy('Ingress', 'stock').replace('ways', 'closed'))).toContain('docs/policies.md');
});

test('a policy does not that selects pods of others as well', () => {
  expect(why(policy('Egress', 'stock'), DEPLOYMENT.replace('name: stock,', 'name: batch,'))).toBeUndefined();
});

test('a ConfigMap of which a workload reads each key comes with its addresses', () => {
  expect(why(config('data: { LEVEL: info }\n'))).toContain('rule book');
});

test.each([
  ['with a key that nobody reads', config('data: { LEVEL: info, MODE: all }\n')],
  ['without data', config('')],
  ['that is a Secret', config('data: { LEVEL: aW5mbw== }\n').replace('ConfigMap', 'Secret')],
])('a ConfigMap %s does not', (_, text) => {
  expect(why(text)).toBeUndefined();
});

test('a field of an object is not explained by the object', () => {
  expect(why(config('data: { LEVEL: info }\n'), '', { path: 'data.LEVEL' })).toBeUndefined();
});
