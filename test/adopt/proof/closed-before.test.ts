import { newFindings } from '../../../src/adopt/proof/new-findings';
import { ManifestSet, readText } from '../../../src/manifest';
import { Finding, Severity, Verification, verify } from '../../../src/verify';

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: { name: stock, namespace: shop }
spec:
  selector: { matchLabels: { app: stock } }
  template: { metadata: { labels: { app: stock } }, spec: { containers: [{ name: main, image: 'shop/stock:1' }] } }
---
`;
const policy = (app: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ways, namespace: shop }
spec: { podSelector: { matchLabels: { app: ${app} } }, policyTypes: [Egress], egress: [] }
`;

function verified(text: string, of: Finding['object'], code = `NET ${of?.kind}`, severity: Severity = 'error'): Verification {
  const verification = verify(new ManifestSet({ files: readText('a.yaml', text).documents }));
  const position = { file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const finding: Finding = {
    code, message: '', fix: '', related: [], severity, object: of, path: 'spec', position, fingerprint: '',
  };
  return { ...verification, suppressed: [], findings: [finding] };
}

const STOCK = { kind: 'Deployment', namespace: 'shop', name: 'stock' };
const WAYS = { kind: 'NetworkPolicy', namespace: 'shop', name: 'ways' };

test('a new policy may leave closed what was closed for its workloads', () => {
  expect(newFindings(verified(DEPLOYMENT, STOCK), verified(DEPLOYMENT + policy('stock'), WAYS))).toEqual([]);
});

test.each<[string, string | undefined, string | undefined]>([
  ['what was wrong with its workloads', 'OBJ501', undefined],
  ['what is wrong with the policy', undefined, 'OBJ501'],
])('another finding than one of a closed way is none that was closed: %s', (_, before, after) => {
  expect(newFindings(verified(DEPLOYMENT, STOCK, before), verified(DEPLOYMENT + policy('stock'), WAYS, after))).toHaveLength(1);
});

test('what was less severe for its workloads stands for nothing', () => {
  expect(newFindings(verified(DEPLOYMENT, STOCK, undefined, 'warning'), verified(DEPLOYMENT + policy('stock'), WAYS))).toHaveLength(1);
});

test('a policy of the input may not close more', () => {
  expect(newFindings(verified(DEPLOYMENT + policy('stock'), STOCK), verified(DEPLOYMENT + policy('stock'), WAYS))).toHaveLength(1);
});

test('a new policy for other workloads may not', () => {
  expect(newFindings(verified(DEPLOYMENT, STOCK), verified(DEPLOYMENT + policy('others'), WAYS))).toHaveLength(1);
});

test('what is said of nothing is new', () => {
  expect(newFindings(verified(DEPLOYMENT, STOCK), verified(DEPLOYMENT, undefined))).toHaveLength(1);
});
