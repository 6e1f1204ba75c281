import { Oracle } from './adopt-oracle';

const CONFIG = `apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { LEVEL: info, NATS_URL: 'nats://nats:4222' }
---
`;
const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: { name: stock, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: stock } }
  template:
    metadata: { labels: { app: stock } }
    spec:
      containers:
        - name: main
          image: shop/stock:1
          args: [--all]
          ports: [{ name: http, containerPort: 8080 }]
          resources: { limits: { memory: 1Gi } }
          readinessProbe: { httpGet: { path: /ready, port: http } }
          env:
            - { name: HOST, value: prices }
            - { name: PRICES_URL, value: 'http://$(HOST)/all' }
            - { name: LEVEL, valueFrom: { configMapKeyRef: { name: settings, key: LEVEL } } }
            - { name: PASSWORD, valueFrom: { secretKeyRef: { name: stock, key: PASSWORD } } }
          volumeMounts: [{ name: data, mountPath: /data }]
      volumes: [{ name: data, emptyDir: {} }]
---
`;
const POLICY = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ways, namespace: shop }
spec:
  podSelector: { matchLabels: { app: stock } }
  policyTypes: [Egress]
  egress:
    - { to: [{ podSelector: { matchLabels: { app: bank } } }], ports: [{ port: 443 }] }
`;
const INPUT = CONFIG + DEPLOYMENT + POLICY;

/** What is wrong with a text that is rendered for the input, with one part of it replaced. */
function faults(part: string, replacement: string): string[] {
  expect(INPUT).toContain(part);
  return new Oracle({ input: [INPUT], rendered: INPUT.replace(part, replacement) }).faults();
}

test.each([
  ['an object that is lost', POLICY, ''],
  ['an object that nobody asked for', POLICY, `${POLICY}---\napiVersion: v1\nkind: Service\nmetadata: { name: other, namespace: shop }\n`],
  ['a key that is lost', 'LEVEL: info, ', ''],
  ['a value of a key', 'LEVEL: info', 'LEVEL: debug'],
  ['another server', 'nats://nats:4222', 'nats://nats.bank.svc.cluster.local:4222'],
  ['another port of a server', 'nats://nats:4222', 'nats://nats.shop.svc.cluster.local:4223'],
  ['a variable that is lost', '            - { name: HOST, value: prices }\n', ''],
  ['a variable that is read too late', "            - { name: HOST, value: prices }\n            - { name: PRICES_URL, value: 'http://$(HOST)/all' }\n",
    "            - { name: PRICES_URL, value: 'http://$(HOST)/all' }\n            - { name: HOST, value: prices }\n"],
  ['a variable that is new', '- { name: HOST,', '- { name: NATS_ENABLED, value: "true" }\n            - { name: HOST,'],
  ['another key of a ConfigMap', 'key: LEVEL', 'key: NATS_URL'],
  ['another key of a Secret', 'key: PASSWORD', 'key: OTHER'],
  ['an argument', '--all', '--some'],
  ['a port', 'containerPort: 8080', 'containerPort: 8081'],
  ['an amount', 'memory: 1Gi', 'memory: 1000Mi'],
  ['the path of a probe', 'path: /ready, ', ''],
  ['the port of a probe', 'port: http }', 'port: 8081 }'],
  ['a mount', 'mountPath: /data', 'mountPath: /other'],
  ['a volume', 'emptyDir: {}', 'hostPath: { path: /data }'],
  ['the number of pods', 'replicas: 2', 'replicas: 1'],
  ['a number of pods that is lost', '  replicas: 2\n', ''],
  ['a selector', 'selector: { matchLabels: { app: stock } }\n  template', 'selector: { matchLabels: { app: other } }\n  template'],
  ['a privilege', 'image: shop/stock:1', 'image: shop/stock:1\n          securityContext: { privileged: true }'],
  ['a user', 'image: shop/stock:1', 'image: shop/stock:1\n          securityContext: { runAsUser: 7 }'],
  ['a pod that forbids root', 'volumes:', 'securityContext: { runAsNonRoot: true }\n      volumes:'],
  ['a line that is lost', '    - { to: [{ podSelector: { matchLabels: { app: bank } } }], ports: [{ port: 443 }] }\n', ''],
  ['a line that is wider', 'ports: [{ port: 443 }]', 'ports: []'],
  ['a line to somebody else', 'matchLabels: { app: bank }', 'matchLabels: { app: other }'],
  ['a line that nobody needs', 'ports: [{ port: 443 }]', 'ports: [{ port: 443 }, { port: 80 }]'],
  ['another direction', 'policyTypes: [Egress]', 'policyTypes: [Egress, Ingress]'],
  ['other pods that a policy selects', 'podSelector: { matchLabels: { app: stock } }\n  policyTypes', 'podSelector: {}\n  policyTypes'],
])('the oracle sees %s', (_, part, replacement) => {
  expect(faults(part, replacement)).not.toEqual([]);
});

const ADMITTING = POLICY.replace('name: ways', 'name: admits').replace('[Egress]', '[Ingress]').replace('egress:', 'ingress:').replace('to:', 'from:').replace('443', '80')
  .replace('app: stock', 'app: prices').replace('app: bank', 'app: stock');
const PRICES = `apiVersion: v1
kind: Service
metadata: { name: prices, namespace: shop }
spec: { selector: { app: prices }, ports: [{ port: 80 }] }
---
${DEPLOYMENT.replaceAll('stock', 'prices').replace('value: prices', 'value: bank')}`;

test.each<[string, string, boolean]>([
  ['the number of the name', '8080', true],
  ['another number', '8081', false],
])('the oracle looks at the port to which a Service leads: %s', (_, number, isAllowed) => {
  const service = (target: string) => `${DEPLOYMENT}${PRICES.split('---')[0].replaceAll('prices', 'stock').replace('port: 80', `port: 80, targetPort: ${target}`)}`;
  expect(new Oracle({ input: [service('http')], rendered: service(number) }).faults().length === 0).toBe(isAllowed);
});

test.each<[string, string, string, boolean]>([
  ['that admits a client where others are closed out', ADMITTING.replace('name: admits', 'name: closed').replace('port: 80', 'port: 81'), ADMITTING, true],
  ['that admits others than clients', ADMITTING.replace('name: admits', 'name: closed').replace('port: 80', 'port: 81'), ADMITTING.replace('app: stock', 'app: other'), false],
  ['that closes what is open', '', ADMITTING, false],
])('the oracle looks at a new policy %s', (_, present, added, isAllowed) => {
  const input = `${DEPLOYMENT}${PRICES}${present}`;
  expect(new Oracle({ input: [input], rendered: `${input}---\n${added}` }).faults().length === 0).toBe(isAllowed);
});

test.each([
  ['the full name of a server', 'nats://nats:4222', 'nats://nats.shop.svc.cluster.local:4222'],
  ['the same amount', 'memory: 1Gi', 'memory: 1024Mi'],
  ['the number of a named port', 'port: http }', 'port: 8080 }'],
  ['a literal for a key with the same value', 'valueFrom: { configMapKeyRef: { name: settings, key: LEVEL } }', 'value: info'],
  ['a default', 'volumes:', 'terminationGracePeriodSeconds: 45\n      volumes:'],
  ['DNS', '    - { to:', `    - to:
        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }
          podSelector: { matchLabels: { k8s-app: kube-dns } }
      ports: [{ port: 53, protocol: UDP }]
    - { to:`],
  ['a line that a URL needs', '    - { to:', `    - { to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: shop } } }], ports: [{ port: 80 }] }
    - { to:`],
])('the oracle allows %s', (_, part, replacement) => {
  expect(faults(part, replacement)).toEqual([]);
});
