import { adopted, body } from '../support/adopted';

/** A workload with one container, as text. */
function workload(kind: string, { spec = '', labels = 'app: rates', selector = '{ matchLabels: { app: rates } }', pod = '', container = '', image = 'shop/rates:1' } = {}): string {
  const batch = kind === 'Job' || kind === 'CronJob';
  const template = `
  template:
    metadata: { labels: { ${labels} } }
    spec:
      ${pod || 'restartPolicy: ' + (batch ? 'Never' : 'Always')}
      containers:
        - name: main
          image: ${image}
${container.replace(/^/gm, '          ')}`;
  return `
apiVersion: ${batch ? 'batch' : 'apps'}/v1
kind: ${kind}
metadata: { name: rates, namespace: shop }
spec:
  ${spec || 'minReadySeconds: 0'}
${kind === 'CronJob' ? `  jobTemplate:\n    spec:${template.replace(/\n/g, '\n    ')}` : `${kind === 'Job' ? '' : `  selector: ${selector}`}${template}`}
`;
}

const line = (text: string): string => body(text).replace(/\n\s*/g, ' ').replace(/,(?= [}\])])/g, '').replace(/kplus\./g, '');

test.each([
  ['a ReplicaSet', workload('ReplicaSet'), 'the library has no construct for apps/v1 ReplicaSet'],
  ['a selector by expressions alone', workload('Deployment', { selector: '{ matchExpressions: [{ key: app, operator: Exists }] }' }),
    'its pods have no labels that its selector names one by one'],
  ['pods that lack the labels of the selector', workload('Deployment', { labels: 'app: other' }), 'its pods lack the labels of its selector'],
  ['a container for debugging', workload('Deployment', { pod: 'ephemeralContainers: [{ name: debug, image: "shop/rates:1" }]' }), 'it has containers for debugging'],
  ['an image that is a template', workload('Deployment', { image: '"{{ image }}"' }), 'image {{ image }} of container main is no image reference'],
])('%s is kept as it is', (_, text, why) => {
  expect(adopted(text).kept.map(kept => kept.why)).toEqual([why]);
});

test.each([
  ['replicas', workload('Deployment', { spec: 'replicas: 3' }), 'replicas: 3'],
  ['strategy', workload('Deployment', { spec: 'strategy: { type: Recreate }' }), 'strategy: DeploymentStrategy.recreate()'],
  ['schedule', workload('CronJob', { spec: 'schedule: "*/5 * * * *"' }), "schedule: JobSchedule.expression('*/5 * * * *')"],
  ['policy of a CronJob that replaces runs', workload('CronJob', { spec: 'schedule: "0 0 * * *"\n  concurrencyPolicy: Replace' }), 'concurrencyPolicy: ConcurrencyPolicy.REPLACE'],
  ['policy of a CronJob that says nothing', workload('CronJob', { spec: 'schedule: "0 0 * * *"' }), 'concurrencyPolicy: ConcurrencyPolicy.ALLOW'],
  ['class of a DaemonSet', workload('DaemonSet'), "new NatsAwareDaemonSet(this, 'daemonset'"],
  ['text of a variable', workload('Deployment', { container: 'env: [{ name: MODE, value: fast }]' }), "MODE: EnvValue.fromValue('fast')"],
  ['field of a variable', workload('Deployment', { container: 'env: [{ name: POD, valueFrom: { fieldRef: { fieldPath: metadata.name } } }]' }), 'POD: EnvValue.fromFieldRef(EnvFieldPaths.POD_NAME)'],
])('the %s is written', (_, text, code) => {
  expect(line(text)).toContain(code);
});

test('the policy of a CronJob that forbids runs beside each other is the default', () => {
  expect(line(workload('CronJob', { spec: 'schedule: "0 0 * * *"\n  concurrencyPolicy: Forbid' }))).not.toContain('concurrencyPolicy');
});

test.each([
  ['a field of another version', '{ name: POD, valueFrom: { fieldRef: { fieldPath: metadata.name, apiVersion: v2 } } }'],
  ['a field that cdk8s-plus does not know', '{ name: POD, valueFrom: { fieldRef: { fieldPath: "metadata.labels[\'app\']" } } }'],
  ['a resource', '{ name: POD, valueFrom: { resourceFieldRef: { resource: limits.cpu } } }'],
])('a variable from %s is left to a patch', (_, entry) => {
  expect(line(workload('Deployment', { container: `env: [${entry}]` }))).not.toContain('POD:');
});

const POLICY = (rule: string) => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: rates, namespace: shop }
spec:
  podSelector: { matchLabels: { app: rates } }
  policyTypes: [Egress]
  egress: [${rule}]
---${workload('Deployment')}`;

test.each([
  ['a range of ports', '{ to: [{ podSelector: { matchLabels: { app: orders } } }], ports: [{ port: 80, endPort: 90 }] }'],
  ['a port by its name', '{ to: [{ podSelector: { matchLabels: { app: orders } } }], ports: [{ port: web }] }'],
  ['every port', '{ to: [{ podSelector: { matchLabels: { app: orders } } }] }'],
  ['a namespace by another label', '{ to: [{ namespaceSelector: { matchLabels: { team: orders } } }], ports: [{ port: 80 }] }'],
])('a policy with %s stays beside', (_, rule) => {
  expect(line(POLICY(rule))).toContain("new ApiObject(this, 'network-policy', { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy'");
});

test('a policy with a block of addresses says what it leaves out', () => {
  expect(line(POLICY('{ to: [{ ipBlock: { cidr: 10.0.0.0/8, except: [10.1.0.0/16] } }], ports: [{ port: 443 }] }'))).toContain("except: ['10.1.0.0/16']");
});

const FIRST = (entries: string) => `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { MODE: fast }
---${workload('Deployment', { pod: `initContainers: [{ name: first, image: "shop/rates:1", ${entries} }]` })}`;

test.each([
  ['a text', 'env: [{ name: A, value: x }]', "A: EnvValue.fromValue('x')"],
  ['nothing', 'env: [{ name: A }]', "A: EnvValue.fromValue('')"],
  ['a key of a ConfigMap', 'env: [{ name: A, valueFrom: { configMapKeyRef: { name: settings, key: MODE, optional: true } } }]', "A: EnvValue.fromConfigMap(settings, 'MODE', { optional: true })"],
  ['a key of a Secret', 'env: [{ name: A, valueFrom: { secretKeyRef: { name: keys, key: c } } }]', "A: EnvValue.fromSecretValue({ secret: keysSecret, key: 'c' })"],
  ['a field of the pod', 'env: [{ name: A, valueFrom: { fieldRef: { fieldPath: status.podIP, apiVersion: v1 } } }]', 'A: EnvValue.fromFieldRef(EnvFieldPaths.POD_IP)'],
  ['a whole ConfigMap with a prefix', 'envFrom: [{ configMapRef: { name: settings }, prefix: S_ }]', "envFrom: [Env.fromConfigMap(settings, 'S_')]"],
  ['a whole Secret', 'envFrom: [{ secretRef: { name: keys } }]', 'envFrom: [Env.fromSecret(keysSecret)]'],
])('an init container has a variable from %s', (_, entries, code) => {
  expect(line(FIRST(entries))).toContain(code);
});

test.each([
  ['a key that the ConfigMap lacks', 'env: [{ name: A, valueFrom: { configMapKeyRef: { name: settings, key: OTHER } } }]'],
  ['a resource', 'env: [{ name: A, valueFrom: { resourceFieldRef: { resource: limits.cpu } } }]'],
  ['a source that is no map', 'env: [{ name: A, valueFrom: none }]'],
  ['a whole ConfigMap that may be missing', 'envFrom: [{ configMapRef: { name: settings, optional: true } }]'],
])('a variable of an init container from %s is a patch', (_, entries) => {
  expect(line(FIRST(entries))).toContain("JsonPatch.add('/spec/template/spec/initContainers/0/env");
});

const SERVICE = (metadata: string, ports: string) => `
apiVersion: v1
kind: Service
metadata: { name: rates, namespace: shop${metadata} }
spec: { selector: { app: rates }, ports: [${ports}] }
---${workload('Deployment', { container: 'ports: [{ containerPort: 8080, name: http }, { containerPort: 9000, name: admin }]' })}`;

test.each([
  ['with another port than 80', '', '{ port: 8080, name: http, targetPort: 8080 }', "ports: [{ name: 'http', port: 8080 }]"],
  ['with several ports', '', '{ port: 80, name: http, targetPort: 8080 }, { port: 9000, name: admin, targetPort: 9000 }', "{ name: 'admin', port: 9000 }]"],
  ['with annotations', ', annotations: { a: b }', '{ port: 80, name: http, targetPort: 8080 }', "annotations: { a: 'b' }"],
])('a Service %s is written for its workload', (_, metadata, ports, code) => {
  expect(line(SERVICE(metadata, ports))).toContain(code);
});

test.each([
  ['whose port has a name that is no HTTP', '', '{ port: 80, name: web, targetPort: 8080 }'],
  ['with a finalizer', ', finalizers: [a/b]', '{ port: 80, name: http, targetPort: 8080 }'],
  ['with a node port', '', '{ port: 80, name: http, targetPort: 8080, nodePort: 30080 }'],
  ['of UDP', '', '{ port: 80, name: http, targetPort: 8080, protocol: UDP }'],
])('a Service %s is not exposed by the workload', (_, metadata, ports) => {
  expect(line(SERVICE(metadata, ports))).not.toContain('exposeHttp');
});
