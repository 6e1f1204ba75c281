import { prove } from '../../../src/adopt';
import { adoptSet } from '../../../src/adopt/map';
import { ManifestSet, readText } from '../../../src/manifest';
import { formatAdoption } from '../../../src/report';
import { verify } from '../../../src/verify';
import { TOOLCHAIN } from '../support/toolchain';

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: { name: stock, namespace: shop }
spec:
  selector: { matchLabels: { app: stock } }
  template:
    metadata: { labels: { app: stock } }
    spec: { containers: [{ name: main, image: shop/stock:1, env: [{ name: API_URL, value: https://api.stock.example.com }] }] }
`;
const POLICY = `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: stock-ways, namespace: shop }
spec:
  podSelector: { matchLabels: { app: stock } }
  policyTypes: [Egress]
  egress: [{ ports: [{ port: 443 }, { port: 8080 }] }]
`;

function proofOf(yaml: string) {
  const setOf = (text: string) => new ManifestSet({ files: readText('in.yaml', text).documents });
  const input = verify(setOf(yaml));
  return prove({ input, write: adoptSet, setOf, toolchain: TOOLCHAIN });
}
const report = (yaml: string) => formatAdoption({ folder: 'app', files: ['main.ts'], proof: proofOf(yaml) });

test('a new policy names the workloads that were open', () => {
  expect(proofOf(DEPLOYMENT).policyChanges.map(({ policy, isolated }) => [policy.name, isolated.map(({ name }) => name)])).toEqual([['stock-egress', ['stock']]]);
});

test('a new policy closes nothing for a workload that another one limits', () => {
  const both = POLICY.replace('policyTypes: [Egress]', 'policyTypes: [Egress, Ingress]');
  expect(proofOf(DEPLOYMENT + both).policyChanges.map(({ policy, isolated }) => [policy.name, isolated])).toEqual([['stock-egress', []]]);
});

test('the report tells what such a policy leaves open', () => {
  expect(report(DEPLOYMENT)).toContain('Policies that close what is open today:\n'
    + '  NetworkPolicy shop/stock-egress: Deployment shop/stock may reach everything today, and then only\n    0.0.0.0/0 except');
});

test('a policy with other rules closes nothing that was open for all', () => {
  expect(proofOf(DEPLOYMENT + POLICY).policyChanges.map(({ isolated }) => isolated)).toEqual([[]]);
});

test('the report tells each line of a policy that is gone', () => {
  expect(report(DEPLOYMENT + POLICY)).toContain('Policies with other rules:\n  NetworkPolicy shop/stock-ways:\n    - anywhere TCP 443\n    - anywhere TCP 8080\n    + ');
});
