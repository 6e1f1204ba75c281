import { CorrectedForms } from '../../../src/adopt/proof/corrected-forms';
import { differencesOf } from '../../../src/adopt/proof/differences';
import { isMeaningKept } from '../../../src/adopt/proof/kept-meaning';
import { ManifestSet, readText } from '../../../src/manifest';
import { verify } from '../../../src/verify';

const config = (data: string, name = 'feed') => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: shop }\ndata: { ${data} }\n---\n`;
const deployment = (env: string, spec = '', container = '') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: stock, namespace: shop }
spec:
  ${spec}
  selector: { matchLabels: { app: stock } }
  template:
    metadata: { labels: { app: stock } }
    spec: { containers: [{ name: main, image: 'shop/stock:1', ports: [{ name: http, containerPort: 8080 }], ${container} env: [${env}] }] }
---
`;
const SCALER = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: stock, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: stock }, maxReplicas: 3 }
---
`;
const reference = (key: string, kind = 'configMapKeyRef') => `{ name: URL, valueFrom: { ${kind}: { name: feed, key: ${key} } } }`;
const literal = (value: string, name = 'URL') => `{ name: ${name}, value: '${value}' }`;
const probe = (port: string, path = '/') => `readinessProbe: { httpGet: { port: ${port}, path: ${path} } },`;

const SERVER = { namespace: 'shop', name: 'nats' };

/** Whether each difference between two texts keeps what is meant. */
function areKept(input: string, output: string): boolean[] {
  const verifications = [input, output].map(text => verify(new ManifestSet({ files: readText('a.yaml', text).documents }), [], { server: SERVER }));
  const [from, to] = verifications.map(({ facts }) => facts);
  const corrected = new CorrectedForms(verifications[0]);
  return differencesOf(from.set, to.set).flatMap(({ before, after, field }) =>
    before && after && field ? isMeaningKept({ before, after, field, input: from, output: to, corrected, gone: [] }) : []);
}

const FULL = 'nats://nats.shop.svc.cluster.local:4222';
const SETTINGS = config(`URL: '${FULL}', LEVEL: info`);

test.each<[string, string, string]>([
  ['from a ConfigMap that says the same', literal(FULL), reference('URL')],
  ['from a ConfigMap with the full name', literal('nats://nats:4222'), reference('URL')],
])('a variable may come %s', (_, from, to) => {
  const kept = areKept(SETTINGS + deployment(from), SETTINGS + deployment(to));
  expect([kept.length > 0, kept.every(Boolean)]).toEqual([true, true]);
});

test.each<[string, string, string]>([
  ['with another value', literal('a'), literal('b')],
  ['from a key with another value', literal(FULL), reference('LEVEL')],
  ['from a key that is not there', literal(FULL), reference('OTHER')],
  ['from a Secret', literal(FULL), reference('URL', 'secretKeyRef')],
  ['without a source', reference('URL'), '{ name: URL }'],
  ['of another name', literal(FULL), literal(FULL, 'OTHER')],
])('a variable is another one %s', (_, from, to) => {
  expect(areKept(SETTINGS + deployment(from), SETTINGS + deployment(to))).toContain(false);
});

test.each<[string, string, string, boolean]>([
  ['that is no text is no empty text', '{ name: URL, value: 8080 }', literal(''), false],
  ['that is a list is no text', '{ name: URL, value: [a] }', literal('a'), false],
])('a literal %s', (_, from, to, isKept) => {
  expect(areKept(deployment(from), deployment(to))).toEqual([isKept]);
});

test.each([
  ['null', '{ name: URL, value: null }'],
  ['absent', '{ name: URL }'],
])('a literal that is %s is the empty text', (_, from) => {
  expect(areKept(deployment(from), deployment(literal('')))).toEqual([]);
});

test.each<[string, string, string, boolean]>([
  ['may send a variable to the server that it names', 'nats://10.0.0.1:4222', FULL, true],
  ['may send it nowhere else', 'nats://10.0.0.1:4222', 'nats://prices.shop.svc.cluster.local:4222', false],
  ['may not send it to another port', 'nats://10.0.0.1:4222', 'nats://nats.shop.svc.cluster.local:4223', false],
  ['may not lose the user', 'nats://feed@10.0.0.1:4222', FULL, false],
  ['may keep the user', 'nats://feed@10.0.0.1:4222', FULL.replace('//', '//feed@'), true],
])('a correction %s', (_, from, to, isKept) => {
  expect(areKept(deployment(literal(from)), deployment(literal(to)))).toEqual([isKept]);
});

test.each<[string, string, string, boolean]>([
  ['with the full name of its Service is kept', "URL: 'nats://nats:4222'", `URL: '${FULL}'`, true],
  ['with the server that a rule names is kept', "URL: 'nats://10.0.0.1:4222'", `URL: '${FULL}'`, true],
  ['with another server is not', "URL: 'nats://10.0.0.1:4222'", "URL: 'nats://prices.shop.svc.cluster.local:4222'", false],
  ['with another text is not', 'LEVEL: info', 'LEVEL: debug', false],
  ['with the text that a rule makes of a number is kept', 'URL: 8080', "URL: '8080'", true],
  ['with another text than that number is not', 'URL: 8080', "URL: ''", false],
  ['that is gone is not', 'LEVEL: info, URL: a', 'LEVEL: info', false],
  ['that is new and read is', 'LEVEL: info', "LEVEL: info, URL: 'a'", true],
  ['that is new and read by nobody is not', 'LEVEL: info', 'LEVEL: info, OTHER: a', false],
])('a key of a ConfigMap %s', (_, from, to, isKept) => {
  const reader = deployment(reference('URL'));
  expect(areKept(config(from) + reader, config(to) + reader)).toEqual([isKept]);
});

test.each<[string, string, string, boolean]>([
  ['with the number of its name is kept', 'http', '8080', true],
  ['with another number is not', 'http', '8081', false],
  ['with the number of another name is not', 'metrics', '8080', false],
])('the port of a probe %s', (_, from, to, isKept) => {
  expect(areKept(deployment('', '', probe(from)), deployment('', '', probe(to)))).toEqual([isKept]);
});

test('the path of a probe is none of its ports', () => {
  expect(areKept(deployment('', '', probe('http')), deployment('', '', probe('http', '/ready')))).toEqual([false]);
});

test.each<[string, string, string, boolean]>([
  ['may be left out where an autoscaler decides', SCALER + deployment('', 'replicas: 3'), SCALER + deployment(''), true],
  ['may not where none does', deployment('', 'replicas: 3'), deployment(''), false],
  ['may be one where there was none', deployment(''), deployment('', 'replicas: 1'), true],
  ['may not be two there', deployment(''), deployment('', 'replicas: 2'), false],
  ['may not be one where it was three', deployment('', 'replicas: 3'), deployment('', 'replicas: 1'), false],
])('the number of pods %s', (_, from, to, isKept) => {
  expect(areKept(from, to)).toEqual([isKept]);
});

test.each<[string, string, boolean]>([
  ['a share that Kubernetes takes anyway', 'strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 25%, maxUnavailable: 25% } }', true],
  ['another share', 'strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 25%, maxUnavailable: 50% } }', false],
])('a strategy may get %s', (_, strategy, isKept) => {
  expect(areKept(deployment('', 'strategy: { type: RollingUpdate }'), deployment('', strategy)).every(Boolean)).toBe(isKept);
});

test('a strategy may not get the usual share in place of another', () => {
  const strategy = (share: string) => deployment('', `strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: ${share} } }`);
  expect(areKept(strategy('50%'), strategy('25%'))).toEqual([false]);
});

const service = (spec: string, more = '') => `apiVersion: v1\nkind: Service\nmetadata: { name: stock, namespace: shop }\nspec: { ${spec} }\n${more}`;
test.each<[string, string, string, boolean]>([
  ['may be written out', service('ports: [{ port: 80 }]'), service('ports: [{ port: 80 }], type: ClusterIP'), true],
  ['may not become another', service('ports: [{ port: 80 }], type: NodePort'), service('ports: [{ port: 80 }], type: ClusterIP'), false],
])('the type of a Service %s', (_, from, to, isKept) => {
  expect(areKept(from, to).every(Boolean)).toBe(isKept);
});

test.each<[string, string, string, string, boolean]>([
  ['has the number of its name', 'targetPort: http', 'targetPort: 8080', deployment(''), true],
  ['has another number', 'targetPort: http', 'targetPort: 8081', deployment(''), false],
  ['has a number where nobody has the pods', 'targetPort: http', 'targetPort: 8080', deployment('').replaceAll('app: stock', 'app: prices'), false],
  ['has the number in one of two workloads', 'targetPort: http', 'targetPort: 8080', deployment('') + deployment('').replace('name: stock', 'name: second').replace('8080', '9090'), false],
  ['is another number', 'targetPort: 8081', 'targetPort: 8080', deployment(''), false],
  ['is one without a name, of which the Service says nothing', '', 'targetPort: 8080', deployment('').replace('name: http, ', ''), false],
])('the port of pods to which a Service leads %s', (_, from, to, pods, isKept) => {
  const [input, output] = [from, to].map(target => service(`selector: { app: stock }, ports: [{ port: 80, ${target} }]`, `---\n${pods}`));
  expect(areKept(input, output)).toEqual([isKept]);
});

test('a status may be left out, and not changed', () => {
  const [some, other, none] = ['status: { a: 1 }\n', 'status: { a: 2 }\n', ''].map(status => service('ports: [{ port: 80 }]', status));
  expect([areKept(some, none), areKept(some, other)]).toEqual([[true], [false]]);
});

test('what is written in another way by a rule may not be gone', () => {
  expect(areKept(service('ports: [{ port: 80 }], selector: { app: a }'), service('ports: [{ port: 80 }]'))).toEqual([false]);
});

test('what a rule makes of one field is not right for another', () => {
  const labelled = (labels: string) => service('ports: [{ port: 80 }]').replace('namespace: shop', `namespace: shop, labels: { ${labels} }`);
  expect(areKept(labelled('a: 1, b: x'), labelled("a: '1', b: '1'"))).toEqual([true, false]);
});
