import { answer, denyAll, deployment, namespaceObject, networkOf, policy, service, shownPlace } from './support/network';
import { Link } from '../../src/reachability';

const POD = '{ containers: [{ name: main, image: main, ports: [{ name: http, containerPort: 8080 }] }] }';
const WEB = deployment('web', 'shop');
const STORE = service('store', 'data', '{ selector: { app: store }, ports: [{ port: 80, targetPort: 8080 }] }');
const STORE_PODS = deployment('store', 'data', { podSpec: POD }) + STORE;
const IN_NODE = '{ hostNetwork: true, dnsPolicy: ClusterFirstWithHostNet, containers: [{ name: main, image: main }] }';

const rules = (...egress: string[]): string => `{ podSelector: { matchLabels: { app: web } }, policyTypes: [Egress], egress: [${['{ ports: [{ port: 53, protocol: UDP }] }', ...egress].join(', ')}] }`;
const egress = (...more: string[]): string => policy('web', 'shop', rules(...more));
const peers = (...to: string[]): string => egress(`{ to: [${to.join(', ')}] }`);
const withoutRules = (spec: string): string => denyAll('shop') + policy('web', 'shop', `{ podSelector: { matchLabels: { app: web } }, policyTypes: [Egress]${spec} }`);
const namespaces = (label: string): string => `{ namespaceSelector: { matchLabels: { ${label} } } }`;
const pods = (labels: string): string => `{ podSelector: { matchLabels: { ${labels} } } }`;
const DATA = namespaces('kubernetes.io/metadata.name: data');

/** What the first link says that policies do not let through. */
function said(text: string, to: string): (string | undefined)[] {
  const link = answer(networkOf(text), 'web', to).links.find(({ kind, verdict }) => ['egress', 'ingress'].includes(kind) && verdict !== 'allowed') as Link;
  return [link.text, link.fix, shownPlace(link.place)];
}

const ADMIT_STORE = 'TCP 8080 to namespaceSelector kubernetes.io/metadata.name=data and podSelector app=store';
const NO_RULE = 'no rule of NetworkPolicy shop/web admits';
const SECOND = 'egress rule 2 of NetworkPolicy shop/web';
const FIRST_PEER = 'NetworkPolicy/web spec.egress.1.to.0';

test.each([
  ['a default deny alone', WEB + denyAll('shop'), '8.8.8.8:443', 'no policy admits any egress of shop/web[Deployment], and NetworkPolicy shop/deny-all denies it to all pods',
    'write an egress policy that selects it and admits TCP 443 to its address', 'NetworkPolicy/deny-all spec.podSelector'],
  ['a policy that names the direction and has no list', WEB + withoutRules(''), '8.8.8.8:443', 'NetworkPolicy shop/web selects shop/web[Deployment] for egress and has no rule for it',
    'add a rule that admits TCP 443 to its address', 'NetworkPolicy/web spec.policyTypes'],
  ['an empty list', WEB + withoutRules(', egress: []'), '8.8.8.8:443', 'NetworkPolicy shop/web selects shop/web[Deployment] for egress and has no rule for it',
    'add a rule that admits TCP 443 to its address', 'NetworkPolicy/web spec.egress'],
  ['the port of the Service', WEB + STORE_PODS + egress(`{ to: [${DATA}], ports: [{ port: 80 }] }`), 'store.data:80',
    `${SECOND} admits the port of the Service; policies match the port of the pods, TCP 8080`, 'write port 8080 in the rule', 'NetworkPolicy/web spec.egress.1'],
  ['the pods in another namespace, after other pods', WEB + STORE_PODS + peers(pods('app: none'), pods('app: store')), 'store.data:80',
    `${SECOND} admits TCP 8080 to pods of its own namespace only, and data/store[Deployment] is in namespace data`, `admit ${ADMIT_STORE}`, 'NetworkPolicy/web spec.egress.1.to.1'],
  ['a label that the namespace lacks, after another namespace', WEB + STORE_PODS + namespaceObject('data') + peers(pods('app: store'), namespaces('team: data')), 'store.data:80',
    `${SECOND} selects namespaces by team=data, which namespace data does not have`, 'select the namespace by kubernetes.io/metadata.name=data', 'NetworkPolicy/web spec.egress.1.to.1'],
  ['a label that the namespace lacks beside the name of another', WEB + STORE_PODS + namespaceObject('data') + peers(namespaces('team: data, kubernetes.io/metadata.name: other')), 'store.data:80',
    `${SECOND} admits TCP 8080 to namespaces with team=data, kubernetes.io/metadata.name=other, and data/store[Deployment] is in namespace data`, `admit ${ADMIT_STORE}`, FIRST_PEER],
  ['another port', WEB + STORE_PODS + egress(`{ to: [${DATA}], ports: [{ port: 9090 }] }`), 'store.data:80',
    `${NO_RULE} TCP 8080 to data/store[Deployment]`, `add a rule that admits ${ADMIT_STORE}`, 'NetworkPolicy/web spec.egress.1'],
  ['another port of pods in another namespace', WEB + STORE_PODS + egress(`{ to: [${pods('app: store')}], ports: [{ port: 9090 }] }`), 'store.data:80',
    `${NO_RULE} TCP 8080 to data/store[Deployment]`, `add a rule that admits ${ADMIT_STORE}`, 'NetworkPolicy/web spec.egress'],
  ['no peer, beside a default deny', WEB + STORE_PODS + denyAll('shop') + egress(), 'store.data:80',
    `${NO_RULE} TCP 8080 to data/store[Deployment]`, `add a rule that admits ${ADMIT_STORE}`, 'NetworkPolicy/web spec.egress'],
  ['no host', WEB + egress(), 'api.example.com:443', `${NO_RULE} TCP 443 to the host`, 'add a rule that admits TCP 443 to its address', 'NetworkPolicy/web spec.egress'],
  ['no address', WEB + egress(), '8.8.8.8:443', `${NO_RULE} TCP 443 to the address`, 'add a rule that admits TCP 443 to its address', 'NetworkPolicy/web spec.egress'],
  ['no pods of the same namespace', WEB + deployment('cache', 'shop') + service('cache', 'shop', '{ selector: { app: cache }, ports: [{ port: 80 }] }') + egress(), 'cache:80',
    `${NO_RULE} TCP 80 to shop/cache[Deployment]`, 'add a rule that admits TCP 80 to podSelector app=cache', 'NetworkPolicy/web spec.egress'],
])('a refusal by %s says why, what to write and where', (_, text, to, ...expected) => {
  expect(said(text, to)).toEqual(expected);
});

test.each([
  ['a label of the namespace', WEB + STORE_PODS + peers(namespaces('name: data')), 'store.data:80',
    `${SECOND} selects namespaces by name=data; whether namespace data has that label is not known`, 'select the namespace by kubernetes.io/metadata.name=data', FIRST_PEER],
  ['the name of a namespace', deployment('web', '""') + STORE_PODS + policy('web', '""', '{ podSelector: {}, policyTypes: [Egress], egress: [{ to: [{ podSelector: {} }] }] }'), 'store.data:80',
    'egress rule 1 of NetworkPolicy web admits data/store[Deployment] or not, which depends on a namespace that the manifests do not name',
    'give the namespace in the manifests or by --namespace', 'NetworkPolicy/web spec.egress.0.to.0'],
  ['addresses', WEB + STORE_PODS + peers('{ ipBlock: { cidr: 10.0.0.0/8 } }'), 'store.data:80',
    `${SECOND} admits addresses only; whether that holds for data/store[Deployment] depends on the network plugin`, `admit ${ADMIT_STORE}`, FIRST_PEER],
  ['labels of pods', WEB + STORE + peers('{ namespaceSelector: {}, podSelector: { matchLabels: { app: store, tier: back } } }'), 'store.data:80',
    `${SECOND} admits the pods of Service data/store only with labels that are not known`, 'give the manifests of the workload, or the state of the cluster', FIRST_PEER],
  ['whether an address is a pod', WEB + peers('{ namespaceSelector: {} }'), '10.1.2.3:443',
    `${SECOND} admits pods; whether the address is one of theirs is not known`, 'name the Service instead of the address', FIRST_PEER],
  ['the address of a host', WEB + peers('{ ipBlock: { cidr: 198.51.100.0/24 } }'), 'api.example.com:443',
    `${SECOND} admits some addresses; whether the host has one of them is not known`, 'admit 0.0.0.0/0 except the private ranges, or check the addresses of the host', FIRST_PEER],
  ['what the endpoint is', WEB + peers('{ ipBlock: { cidr: 198.51.100.0/24 } }'), ':443',
    `${SECOND} admits some pods or addresses; whether an address that is not known is one of them is not known`, 'give what the endpoint is, or the state of the cluster', FIRST_PEER],
  ['the port of the pods', WEB + STORE.replace('8080', 'http') + egress(`{ to: [${DATA}], ports: [{ port: 9090 }] }`), 'store.data:80',
    `${SECOND} admits the pods of Service data/store; whether on the port of the pods is not known`, 'give the Service and its workload, or the state of the cluster', 'NetworkPolicy/web spec.egress.1'],
  ['which pods a policy selects', WEB + STORE + policy('back', 'data', '{ podSelector: { matchLabels: { tier: back } } }'), 'store.data:80',
    'whether NetworkPolicy data/back selects the pods of Service data/store depends on labels that are not known', 'give the manifests of the workload, or the state of the cluster', 'NetworkPolicy/back spec.podSelector'],
  ['pods in the network of their node', WEB + deployment('store', 'data', { podSpec: IN_NODE }) + STORE + peers(DATA), 'store.data:80',
    `${SECOND} selects data/store[Deployment], which runs in the network of its node, where selectors usually do not find pods`, 'admit the addresses of the nodes by an ipBlock', FIRST_PEER],
  ['clients in the network of their node', deployment('web', 'shop', { podSpec: IN_NODE }) + STORE_PODS + policy('store', 'data', '{ podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }] }'), 'store.data:80',
    'shop/web[Deployment] runs in the network of its node; no rule admits it, but a pod is always reached from its own node', 'admit the addresses of the nodes by an ipBlock', undefined],
])('a doubt about %s says what is not known, what to write and where', (_, text, to, ...expected) => {
  expect(said(text, to)).toEqual(expected);
});

test('a default that is only given as an option has no place', () => {
  const { deciding } = answer(networkOf(WEB, { defaultDeny: ['shop'] }), 'web', '8.8.8.8:443');
  expect([deciding.text, deciding.place]).toEqual(['no policy admits any egress of shop/web[Deployment], and the namespace denies it by default', undefined]);
});

test('pods in the network of their node are open, whatever the policies', () => {
  const { links } = answer(networkOf(deployment('web', 'shop', { podSpec: IN_NODE }) + denyAll('shop')), 'web', '8.8.8.8:443');
  expect(links.at(-1)).toEqual({ kind: 'egress', verdict: 'allowed', reason: 'open', text: 'shop/web[Deployment] runs in the network of its node, where policies do not limit egress' });
});

test.each([
  ['labels', WEB + STORE + policy('back', 'data', '{ podSelector: { matchLabels: { tier: back } } }'), 'store.data:80', 'ingress'],
  ['a namespace', deployment('web', '""') + policy('web', 'shop', '{ podSelector: {}, policyTypes: [Egress] }'), '8.8.8.8:443', 'egress'],
])('a policy that may select pods, which depends on %s, leaves them in doubt', (_, text, to, direction) => {
  const { kind, verdict, reason } = answer(networkOf(text), 'web', to).deciding;
  expect([kind, verdict, reason]).toEqual([direction, 'unknown', 'not-known']);
});
