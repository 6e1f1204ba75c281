import { mayBeGone } from '../../../src/adopt/proof/lost-lines';
import { policyLines } from '../../../src/compare/private/policy-lines';
import { ManifestSet, readText } from '../../../src/manifest';

const policy = (rules: string) => new ManifestSet({
  files: readText('a.yaml', `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ways, namespace: shop }
spec: { podSelector: {}, policyTypes: [Egress], egress: [${rules}] }
`).documents,
}).objects[0];

const rule = (peer: string, port = '80') => `{ ports: [{ port: ${port} }], to: [${peer}] }`;
const pods = (labels: string) => `{ podSelector: { matchLabels: { ${labels} } } }`;
const namespace = (name: string, labels = '') => `{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ${name} } }, podSelector: { matchLabels: { ${labels} } } }`;
const range = (cidr: string) => `{ ipBlock: { cidr: ${cidr} } }`;

/** Whether the first line of a policy may be gone where another one takes its place. */
function may(lost: string, others: string, gone: readonly string[] = []): boolean {
  const [before, after] = [lost, others].map(policy);
  return mayBeGone(policyLines(before.value, 'egress')[0], 'egress', { before, after, gone });
}

test.each<[string, string, string]>([
  ['the same pods among others of the namespace', rule(pods('app: a')), rule(namespace('shop'))],
  ['some of its pods', rule(namespace('shop')), rule(pods('app: a'))],
  ['everybody', rule(pods('app: a')), rule('')],
  ['pods where everybody was', rule(''), rule(pods('app: a'))],
  ['all addresses where everybody was', rule(''), rule(range('0.0.0.0/0'))],
  ['the port with its protocol', rule(pods('app: a')), `{ ports: [{ port: 80, protocol: TCP }], to: [${pods('app: a, tier: b')}] }`],
])('a line may be gone where a policy opens %s', (_, lost, other) => {
  expect(may(lost, other)).toBe(true);
});

test.each<[string, string, string]>([
  ['nothing', rule(pods('app: a')), ''],
  ['another port', rule(pods('app: a')), rule(pods('app: a'), '81')],
  ['another protocol', rule(pods('app: a')), `{ ports: [{ port: 80, protocol: UDP }], to: [${pods('app: a')}] }`],
  ['other pods', rule(pods('app: a')), rule(pods('app: b'))],
  ['another namespace', rule(namespace('shop')), rule(namespace('bank'))],
  ['another range', rule(range('10.0.0.0/8')), rule(range('10.1.0.0/16'))],
  ['pods where a range was', rule(range('10.0.0.0/8')), rule(pods('app: a'))],
  ['pods that an expression selects', rule(pods('app: a')), rule('{ podSelector: { matchExpressions: [{ key: app, operator: Exists }] } }')],
])('a line may not be gone where a policy opens %s', (_, lost, other) => {
  expect(may(lost, other)).toBe(false);
});

test('a line may be gone with the finding about its rule, and with no other', () => {
  const gone = (path: string) => may(rule(pods('app: a')), '', [path]);
  expect([gone('spec.egress[0].to[0].podSelector'), gone('spec.egress[1]'), gone('spec.ingress[0]')]).toEqual([true, false, false]);
});

test('a line to everybody leads somewhere, whatever its rule says', () => {
  expect(may(rule(''), '', ['spec.egress[0]'])).toBe(false);
});

test('a line for names may not be gone with a finding', () => {
  expect(may(rule(pods('k8s-app: kube-dns'), '53'), '', ['spec.egress[0]'])).toBe(false);
});
