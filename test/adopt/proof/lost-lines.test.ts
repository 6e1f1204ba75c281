import { mayBeGone } from '../../../src/adopt/proof/lost-lines';
import { policyLines } from '../../../src/compare/private/policy-lines';
import { ManifestSet, readText } from '../../../src/manifest';
import { verify } from '../../../src/verify';

const policy = (rules: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ways, namespace: shop }
spec: { podSelector: {}, policyTypes: [Egress], egress: [${rules}] }
---
`;

const rule = (peer: string, port = '80') => `{ ports: [{ port: ${port} }], to: [${peer}] }`;
const pods = (labels: string) => `{ podSelector: { matchLabels: { ${labels} } } }`;
const namespace = (name: string, labels = '') => `{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ${name} } }, podSelector: { matchLabels: { ${labels} } } }`;
const range = (cidr: string) => `{ ipBlock: { cidr: ${cidr} } }`;

/** Whether the first line of a policy may be gone where another one takes its place. */
function may(lost: string, others: string, gone: readonly string[] = [], more = ''): boolean {
  const [input, output] = [lost, others].map(rules => verify(new ManifestSet({ files: readText('a.yaml', policy(rules) + more).documents })).facts);
  const [before, after] = [input, output].map(({ objects }) => objects[0]);
  return mayBeGone(policyLines(before.value, 'egress')[0], 'egress', { before, after, gone, input, output });
}

test.each<[string, string, string]>([
  ['the same pods among others of the namespace', rule(pods('app: a')), rule(namespace('shop'))],
  ['everybody', rule(pods('app: a')), rule('')],
  ['the server of names where everybody was', rule('', '53'), rule(namespace('kube-system', 'k8s-app: kube-dns'), '53')],
  ['the server of names in its namespace', rule(namespace('kube-system'), '53'), rule(namespace('kube-system', 'k8s-app: kube-dns'), '53')],
  ['all addresses where everybody was', rule(''), rule(range('0.0.0.0/0'))],
  ['the port with its protocol', rule(pods('app: a, tier: b')), `{ ports: [{ port: 80, protocol: TCP }], to: [${pods('app: a')}] }`],
])('a line may be gone where a policy opens %s', (_, lost, other) => {
  expect(may(lost, other)).toBe(true);
});

test.each<[string, string, string]>([
  ['nothing', rule(pods('app: a')), ''],
  ['another port', rule(pods('app: a')), rule(pods('app: a'), '81')],
  ['another protocol', rule(pods('app: a')), `{ ports: [{ port: 80, protocol: UDP }], to: [${pods('app: a')}] }`],
  ['some of its pods', rule(namespace('shop')), rule(pods('app: a'))],
  ['pods where everybody was', rule(''), rule(pods('app: a'))],
  ['pods of one namespace where all were', rule('{ namespaceSelector: {} }', '443'), rule(namespace('bank', 'app: a'), '443')],
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

/** A workload with variables, and two servers of the namespace on port 80. */
const user = (variables: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: front, namespace: shop }
spec:
  selector: { matchLabels: { app: front } }
  template: { metadata: { labels: { app: front } }, spec: { containers: [{ name: main, image: 'shop/front:1', env: [${variables}] }] } }
---
${['a', 'b'].map(app => `apiVersion: v1
kind: Service
metadata: { name: ${app}, namespace: shop }
spec: { selector: { app: ${app} }, ports: [{ port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${app}, namespace: shop }
spec:
  selector: { matchLabels: { app: ${app} } }
  template: { metadata: { labels: { app: ${app} } }, spec: { containers: [{ name: main, image: 'shop/${app}:1', ports: [{ containerPort: 80 }] }] } }
---
`).join('')}`;
const toServer = (app: string, port = '80') => `{ name: ${app.toUpperCase()}_URL, value: 'http://${app}:${port}' }`;
const FROM_SECRET = '{ name: REDIS_CACHE_URL, valueFrom: { secretKeyRef: { name: front, key: url } } }';

test.each<[string, string, boolean]>([
  ['may be gone where all that is needed is among them', toServer('a'), true],
  ['may be gone where something else is needed at another port', `${toServer('a')}, ${toServer('b', '81')}`, true],
  ['may not be gone where other pods are needed as well', `${toServer('a')}, ${toServer('b')}`, false],
  ['may not be gone where nothing is known to be needed', '', false],
])('a line to everybody that becomes one to some pods %s', (_, variables, expected) => {
  expect(may(rule(''), rule(pods('app: a')), [], user(variables))).toBe(expected);
});

const OTHER_POLICY = policy(rule(pods('app: b'))).replace('name: ways', 'name: others');

test('a line may not become narrower by what goes through another policy', () => {
  expect(may(rule(''), rule(pods('app: a')), [], user(toServer('b')) + OTHER_POLICY)).toBe(false);
});

test('a line may not become narrower by what the policy lets in', () => {
  const both = (rules: string) => policy(rules).replace('[Egress]', '[Egress, Ingress], ingress: [{}]');
  const [input, output] = ['', pods('app: a')].map(peer =>
    verify(new ManifestSet({ files: readText('a.yaml', both(rule(peer)) + user(toServer('b')) + OTHER_POLICY).documents })).facts);
  const [before, after] = [input, output].map(({ objects }) => objects[0]);
  expect(mayBeGone('anywhere TCP 80', 'egress', { before, after, gone: [], input, output })).toBe(false);
});

test('a line may not become narrower where nobody knows the server', () => {
  const lines = (peer: string) => rule(peer, '6379');
  const known = user('{ name: REDIS_URL, value: redis://a:80 }').replaceAll('80', '6379');
  const unknown = known.replace('env: [', `env: [${FROM_SECRET}, `);
  expect([known, unknown].map(more => may(lines(''), lines(pods('app: a')), [], more))).toEqual([true, false]);
});

test('a line of ingress does not become narrower by what its pods need', () => {
  const ingress = (peer: string) => policy('').replace('[Egress], egress: []', `[Ingress], ingress: [{ from: [${peer}], ports: [{ port: 80 }] }]`);
  const [input, output] = ['', pods('app: a')].map(peer => verify(new ManifestSet({ files: readText('a.yaml', ingress(peer) + user(toServer('a'))).documents })).facts);
  const [before, after] = [input, output].map(({ objects }) => objects[0]);
  expect(mayBeGone('anywhere TCP 80', 'ingress', { before, after, gone: [], input, output })).toBe(false);
});
