import { broken, promisesOf } from './promises';
import { ManifestSet, readText } from '../../src/manifest';

const RELEASED = `\
apiVersion: apps/v1
kind: Deployment
metadata: { name: quotes, namespace: shop }
spec:
  selector: { matchLabels: { app: quotes } }
  template:
    metadata: { labels: { app: quotes } }
    spec:
      serviceAccountName: reader
      initContainers:
        - { name: wait, env: [{ name: DEADLINE, value: "60" }] }
      containers:
        - name: quotes
          ports: [{ name: http, containerPort: 8080 }]
          env:
            - { name: NATS_ENABLED, value: "true" }
            - { name: NATS_URL, valueFrom: { configMapKeyRef: { name: common, key: nats-url } } }
            - { name: API_KEY, valueFrom: { secretKeyRef: { name: keys, key: api-key } } }
            - { name: POD_IP, valueFrom: { fieldRef: { fieldPath: status.podIP } } }
---
apiVersion: v1
kind: Service
metadata: { name: quotes, namespace: shop }
spec: { selector: { app: quotes }, ports: [{ name: web, port: 80, targetPort: 8080 }] }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: common, namespace: shop }
data: { nats-url: "nats://broker:4222" }
`;

const promisesIn = (yaml: string) => promisesOf(new ManifestSet({ files: readText('released.yaml', yaml).documents }).objects);

/** What breaks where a text is rendered instead of another. */
function brokenBy(text: string, other: string): string[] {
  expect(RELEASED).toContain(text);
  return broken(promisesIn(RELEASED), promisesIn(RELEASED.replace(text, other)));
}

const ENV = 'Deployment shop/quotes has no longer spec.template.spec.containers.env quotes';

test.each([
  ['a variable that is called otherwise', 'NATS_URL', 'NATSURL', [`${ENV} NATS_URL`, `${ENV} NATS_URL configMapKeyRef common nats-url`]],
  ['another ConfigMap', 'name: common, key', 'name: shared, key', [`${ENV} NATS_URL configMapKeyRef common nats-url`]],
  ['another key of a ConfigMap', 'key: nats-url', 'key: url', [`${ENV} NATS_URL configMapKeyRef common nats-url`]],
  ['another Secret', 'name: keys', 'name: secrets', [`${ENV} API_KEY secretKeyRef keys api-key`]],
  ['another key of a Secret', 'key: api-key', 'key: token', [`${ENV} API_KEY secretKeyRef keys api-key`]],
  ['another field of the pod', 'status.podIP', 'status.hostIP', [`${ENV} POD_IP fieldRef status.podIP`]],
  ['another service account', 'Name: reader', 'Name: writer', ['Deployment shop/quotes has no longer spec.template.spec.serviceAccountName reader']],
  ['another port of a container', 'containerPort: 8080', 'containerPort: 8081', ['Deployment shop/quotes has no longer spec.template.spec.containers.ports.containerPort 8080']],
  ['another name of a port', 'name: http', 'name: web', ['Deployment shop/quotes has no longer spec.template.spec.containers.ports.name http']],
  ['another port of a Service', 'port: 80,', 'port: 8080,', ['Service shop/quotes has no longer spec.ports.port 80']],
  ['another name of a port of a Service', 'name: web', 'name: http', ['Service shop/quotes has no longer spec.ports.name web']],
  ['another key in a ConfigMap', '{ nats-url', '{ url', ['ConfigMap shop/common has no longer data nats-url']],
])('%s breaks what was promised', (_, text, other, breaks) => {
  expect(brokenBy(text, other)).toEqual(breaks);
});

test('a workload without a service account promises that it runs with that of its namespace', () => {
  const without = RELEASED.replace('serviceAccountName: reader', '');
  expect(broken(promisesIn(without), promisesIn(RELEASED))).toEqual(['Deployment shop/quotes has no longer spec.template.spec.serviceAccountName default']);
});

test.each([
  ['a value that moves into a ConfigMap', 'value: "true"', 'valueFrom: { configMapKeyRef: { name: common, key: enabled } }'],
  ['another value of a variable', 'value: "true"', 'value: "false"'],
  ['another value in a ConfigMap', 'nats://broker:4222', 'nats://broker.shop:4222'],
  ['a variable of an init container, which the library writes itself', 'DEADLINE', 'WAIT_SECONDS'],
  ['a variable that is new', '- { name: NATS_ENABLED', '- { name: NATS_PREFIX, value: shop }\n            - { name: NATS_ENABLED'],
  ['the port of the pod behind a Service', 'targetPort: 8080', 'targetPort: 8081'],
])('%s breaks nothing', (_, text, other) => {
  expect(brokenBy(text, other)).toEqual([]);
});
