import { differencesOf } from '../../../src/adopt/proof/differences';
import { needlessOpenings } from '../../../src/adopt/proof/needed-lines';
import { ManifestSet, readText } from '../../../src/manifest';
import { verify } from '../../../src/verify';

const deployment = (name: string, url: string, annotations = '') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop, annotations: { ${annotations} } }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: main, image: shop/stock:1, ports: [{ containerPort: 8080 }], env: [{ name: API_URL, value: "${url}" }] }] }
---
`;
const policy = (direction: 'Egress' | 'Ingress', rules: string, app = 'stock') => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${app}-ways, namespace: shop }
spec: { podSelector: { matchLabels: { app: ${app} } }, policyTypes: [${direction}], ${direction.toLowerCase()}: [${rules}] }
---
`;
const PRICES = `apiVersion: v1
kind: Service
metadata: { name: prices, namespace: shop }
spec: { selector: { app: prices }, ports: [{ port: 80, targetPort: 8080 }] }
---
${deployment('prices', '')}`;
const namespace = (name: string, port: number) => `{ ports: [{ port: ${port} }], to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ${name} } } }] }`;
const pods = (app: string, port: number, side = 'to') => `{ ports: [{ port: ${port} }], ${side}: [{ podSelector: { matchLabels: { app: ${app} } } }] }`;
const ANYWHERE = '{ ports: [{ port: 443 }] }';
const ALL_ADDRESSES = '{ ports: [{ port: 443 }], to: [{ ipBlock: { cidr: 0.0.0.0/0 } }] }';

/** The lines of policies that nothing needs, where one text is written for the other. */
function needless(input: string, output: string, stateText?: string): (string | undefined)[] {
  const state = stateText === undefined ? undefined : readText('state.yaml', stateText).documents;
  const [before, after] = [input, output].map(text => verify(new ManifestSet({ files: readText('a.yaml', text).documents, state })).facts);
  return [...needlessOpenings(differencesOf(before.set, after.set), after)].map(({ field, after: object }) => field?.path ?? object?.name);
}

const STOCK = deployment('stock', 'http://prices.shop.svc.cluster.local') + PRICES;

test('a line through which a variable leads is needed', () => {
  expect(needless(STOCK + policy('Egress', ''), STOCK + policy('Egress', pods('prices', 8080)))).toEqual([]);
});

test.each([
  ['to other pods', pods('quotes', 8080)],
  ['to another port', pods('prices', 9090)],
  ['to another namespace', namespace('bank', 8080)],
])('a line %s is not', (_, rule) => {
  expect(needless(STOCK + policy('Egress', ''), STOCK + policy('Egress', rule))).toHaveLength(1);
});

test('a line that the input has is not looked at', () => {
  expect(needless(STOCK + policy('Egress', pods('quotes', 8080)), STOCK + policy('Egress', `${pods('quotes', 8080)}, ${pods('prices', 8080)}`))).toEqual([]);
});

test('of two lines through which one need leads both are needed', () => {
  expect(needless(STOCK + policy('Egress', ''), STOCK + policy('Egress', `${namespace('shop', 8080)}, ${pods('prices', 8080)}`))).toEqual([]);
});

test('a new policy with a line that nothing needs is not explained', () => {
  expect(needless(STOCK, STOCK + policy('Egress', `${pods('prices', 8080)}, ${pods('quotes', 8080)}`))).toEqual(['stock-ways']);
});

test('a new policy whose lines are all needed may be explained', () => {
  expect(needless(STOCK, STOCK + policy('Egress', pods('prices', 8080)))).toEqual([]);
});

test('the pods of a Service that is not there may be any of its namespace', () => {
  const alone = deployment('stock', 'http://rates.bank.svc.cluster.local:8080');
  const state = 'apiVersion: v1\nkind: Service\nmetadata: { name: loans, namespace: bank }\nspec: { selector: { app: loans }, ports: [{ port: 80 }] }\n';
  const gained = (rule: string) => needless(alone + policy('Egress', ''), alone + policy('Egress', rule), state);
  expect([gained(namespace('bank', 8080)), gained(namespace('shop', 8080)), gained(namespace('bank', 80))].map(({ length }) => length)).toEqual([0, 1, 1]);
});

test('what the annotations of a workload say that it connects to is needed', () => {
  const declaring = deployment('stock', '', '"petrosa.io/connects-to": "https://api.stock.example.com, http://rates.bank.svc.cluster.local:9090, nothing"');
  expect(needless(declaring + policy('Egress', ''), declaring + policy('Egress', `${ALL_ADDRESSES}, ${namespace('bank', 9090)}, ${namespace('till', 80)}`)))
    .toEqual(['spec.egress[namespace till TCP 80]']);
});

test('DNS is needed', () => {
  const dns = `{ ports: [{ port: 53, protocol: UDP }], to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } },
    podSelector: { matchLabels: { k8s-app: kube-dns } } }] }`;
  expect(needless(STOCK + policy('Egress', ''), STOCK + policy('Egress', dns))).toEqual([]);
});

test('all addresses are no more than anywhere', () => {
  expect(needless(STOCK + policy('Egress', ANYWHERE), STOCK + policy('Egress', ALL_ADDRESSES))).toEqual([]);
});

test('a line that admits a client is needed, and one that admits others is not', () => {
  const rules = `${pods('stock', 8080, 'from')}, ${pods('quotes', 8080, 'from')}`;
  expect(needless(STOCK + policy('Ingress', '', 'prices'), STOCK + policy('Ingress', rules, 'prices'))).toEqual(['spec.ingress[pods app=quotes in namespace shop TCP 8080]']);
});

test('what else differs is not looked at', () => {
  expect(needless(STOCK + policy('Egress', ''), STOCK.replace('stock:1', 'stock:2') + policy('Egress', '').replace('app: stock', 'app: others'))).toEqual([]);
});
