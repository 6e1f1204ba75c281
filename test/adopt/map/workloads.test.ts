import { isProven } from '../../../src/adopt';
import { adopted, body } from '../support/adopted';
import { proven } from '../support/proven';

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
  ['a container without an image', workload('Deployment').replace('          image: shop/rates:1\n', ''), 'container main has no image'],
  ['a container that is no object', workload('Deployment').replace('        - name: main', '        - none\n        - name: main'), 'a container is no object'],
  ['an image that is a template', workload('Deployment', { image: '"{{ image }}"' }), 'image {{ image }} of container main is no image reference'],
])('%s is kept as it is', (_, text, why) => {
  expect(adopted(text).kept.map(kept => kept.why)).toEqual([why]);
});

test.each([
  ['replicas', workload('Deployment', { spec: 'replicas: 3' }), 'replicas: 3'],
  ['strategy', workload('Deployment', { spec: 'strategy: { type: Recreate }' }), 'strategy: DeploymentStrategy.recreate()'],
  ['time until a pod counts', workload('Deployment', { spec: 'minReadySeconds: 5\n  progressDeadlineSeconds: 300' }), 'minReady: Duration.seconds(5), progressDeadline: Duration.minutes(5)'],
  ['schedule', workload('CronJob', { spec: 'schedule: "*/5 * * * *"' }), "schedule: JobSchedule.expression('*/5 * * * *')"],
  ['policy of a CronJob that replaces runs', workload('CronJob', { spec: 'schedule: "0 0 * * *"\n  concurrencyPolicy: Replace' }), 'concurrencyPolicy: ConcurrencyPolicy.REPLACE'],
  ['policy of a CronJob that says nothing', workload('CronJob', { spec: 'schedule: "0 0 * * *"' }), 'concurrencyPolicy: ConcurrencyPolicy.ALLOW'],
  ['class of a DaemonSet', workload('DaemonSet'), "new NatsAwareDaemonSet(this, 'daemonset'"],
  ['text of a variable', workload('Deployment', { container: 'env: [{ name: MODE, value: fast }]' }), "MODE: EnvValue.fromValue('fast')"],
  ['field of a variable', workload('Deployment', { container: 'env: [{ name: POD, valueFrom: { fieldRef: { fieldPath: metadata.name } } }]' }), 'POD: EnvValue.fromFieldRef(EnvFieldPaths.POD_NAME)'],
])('the %s is written', (_, text, code) => {
  expect(line(text)).toContain(code);
});

test.each([
  ['pods that are tried again in place', workload('Job', { pod: 'restartPolicy: OnFailure' }), 'restartPolicy: RestartPolicy.ON_FAILURE'],
  ['an account', workload('Deployment', { pod: 'serviceAccountName: reader' }), "serviceAccount: ServiceAccount.fromServiceAccountName(this, 'reader', 'reader'), automountServiceAccountToken: true"],
  ['an account of its own name, by the former field', workload('Deployment', { pod: 'serviceAccount: rates' }), "serviceAccount: ServiceAccount.fromServiceAccountName(this, 'rates-account', 'rates')"],
  ['a token of the default account', workload('Deployment', { pod: 'automountServiceAccountToken: true' }), 'automountServiceAccountToken: true'],
  ['the network of the node', workload('Deployment', { pod: 'hostNetwork: true' }), 'hostNetwork: true'],
  ['a priority', workload('Deployment', { pod: 'priorityClassName: high' }), "priorityClassName: 'high'"],
  ['credentials for images', workload('Deployment', { pod: 'imagePullSecrets: [{ name: registry }]' }), "imagePullSecrets: ['registry']"],
  ['a time to end', workload('Deployment', { pod: '# Slow\n      terminationGracePeriodSeconds: 120' }), '// Slow terminationGracePeriod: Duration.minutes(2)'],
  ['a user and groups', workload('Deployment', { pod: 'securityContext: { runAsNonRoot: false, runAsUser: 1, runAsGroup: 2, fsGroup: 3 }' }),
    'securityContext: { ensureNonRoot: false, user: 1, group: 2, fsGroup: 3 }'],
])('pods with %s', (_, text, code) => {
  expect(line(text)).toContain(code);
});

test.each([
  ['that restart as nobody knows', 'restartPolicy: Sometimes', "/restartPolicy', 'Sometimes'"],
  ['with credentials for images that have no name', 'imagePullSecrets: [{ name: registry }, {}]', "/imagePullSecrets', [{ name: 'registry' }, {}]"],
  ['whose switch is none', 'hostNetwork: maybe', "/hostNetwork', 'maybe'"],
  ['with a time to end that is none', 'terminationGracePeriodSeconds: -1', "/terminationGracePeriodSeconds', -1"],
])('pods %s have a patch', (_, pod, patch) => {
  expect(line(workload('Deployment', { pod }))).toContain(`JsonPatch.add('/spec/template/spec${patch})`);
});

test('pods with the default account and no token say nothing of it', () => {
  expect(line(workload('Deployment', { pod: 'serviceAccountName: default\n      automountServiceAccountToken: false' }))).not.toContain('automountServiceAccountToken');
});

test.each([
  ['suspension', 'CronJob', '# Not now\n  suspend: true\n  schedule: "0 0 * * *"', '// Not now suspend: true'],
  ['runs that are kept', 'CronJob', 'schedule: "0 0 * * *"\n  successfulJobsHistoryLimit: 7 # a week\n  failedJobsHistoryLimit: 5 # some', '// a week successfulJobsRetained: 7, // some failedJobsRetained: 5'],
  ['lateness', 'CronJob', 'schedule: "0 0 * * *"\n  startingDeadlineSeconds: 60 # at once', '// at once startingDeadline: Duration.minutes(1)'],
  ['zone', 'CronJob', 'schedule: "0 0 * * *"\n  timeZone: Europe/Berlin', "timeZone: 'Europe/Berlin'"],
  ['number of runs', 'Job', 'parallelism: 2\n  completions: 4\n  backoffLimit: 1\n  activeDeadlineSeconds: 90\n  ttlSecondsAfterFinished: 3600',
    'parallelism: 2, completions: 4, backoffLimit: 1, activeDeadline: Duration.seconds(90), ttlAfterFinished: Duration.hours(1)'],
])('the %s of a %s', (_, kind, spec, code) => {
  expect(line(workload(kind, { spec }))).toContain(code);
});

test('a policy of a CronJob that is none is a patch', () => {
  expect(line(workload('CronJob', { spec: 'schedule: "0 0 * * *"\n  concurrencyPolicy: Never' }))).toContain("JsonPatch.add('/spec/concurrencyPolicy', 'Never')");
});

test('labels of Jobs beside the identity are a prop of the CronJob', () => {
  const text = workload('CronJob', { spec: 'schedule: "0 0 * * *"' }).replace('  jobTemplate:\n', '  jobTemplate:\n    metadata: { labels: { app: rates, tier: night } }\n');
  expect(line(text)).toContain("jobLabels: { tier: 'night' }");
});

test('times of a Deployment that are the standard say nothing', () => {
  expect(line(workload('Deployment', { spec: 'minReadySeconds: 0\n  progressDeadlineSeconds: 600' }))).not.toMatch(/minReady|progressDeadline/);
});

test('rolling updates that say no more have the numbers of Kubernetes', () => {
  expect(adopted(workload('Deployment', { spec: 'replicas: 1\n  strategy: { type: RollingUpdate }' })).departures.map(({ path, why }) => [path, why]))
    .toEqual([['spec.strategy.rollingUpdate', 'written out with the value that Kubernetes takes anyway']]);
});

test('rolling updates with numbers are a patch', () => {
  expect(line(workload('Deployment', { spec: 'strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 1 } }' })))
    .toContain("JsonPatch.add('/spec/strategy', { type: 'RollingUpdate', rollingUpdate: { maxSurge: k8s.IntOrString.fromNumber(1) } })");
});

test('a status is left out, with the reason', () => {
  expect(adopted(`${workload('Deployment', { spec: 'replicas: 1' })}status: { replicas: 1 }\n`).departures.map(({ path, why }) => [path, why])).toEqual([['status', 'the status is what the cluster writes']]);
});

test('a workload of the name of its system has another id', () => {
  expect(body(workload('Deployment') + '---' + workload('Deployment').replace('name: rates,', 'name: quotes,').replaceAll('app: rates', 'app: quotes'), { file: 'rates/a.yaml' }))
    .toContain("new NatsAwareDeployment(this, 'workload', {");
});

test('a workload whose name begins with a digit has a variable that does not', () => {
  expect(line(workload('Deployment', { pod: 'hostPID: true' }).replace('name: rates,', 'name: 2048,'.replace('2048', '"2048"')))).toContain('const workload2048 = new');
});

test.each([
  ['letters at its end that no name has', 'rates-', 'const rates = new'],
  ['a dot', 'rates.v1', 'const ratesV1 = new'],
])('a workload whose name has %s', (_, name, code) => {
  expect(line(workload('Deployment', { pod: 'hostPID: true' }).replace('name: rates,', `name: ${name},`))).toContain(code);
});

test('the policy of a CronJob that forbids runs beside each other is the default', () => {
  expect(line(workload('CronJob', { spec: 'schedule: "0 0 * * *"\n  concurrencyPolicy: Forbid' }))).not.toContain('concurrencyPolicy');
});

test.each([
  ['a field of another version', '{ fieldRef: { fieldPath: metadata.name, apiVersion: v2 } }', "{ fieldRef: { fieldPath: 'metadata.name', apiVersion: 'v2' } }"],
  ['a field that cdk8s-plus does not know', '{ fieldRef: { fieldPath: "metadata.labels[\'app\']" } }', '{ fieldRef: { fieldPath: "metadata.labels[\'app\']" } }'],
  ['a field without a path', '{ fieldRef: { apiVersion: v1 } }', "{ fieldRef: { apiVersion: 'v1' } }"],
  ['a resource', '{ resourceFieldRef: { resource: limits.cpu } }', "{ resourceFieldRef: { resource: 'limits.cpu' } }"],
])('a variable from %s is left to a patch', (_, entry, value) => {
  const code = line(workload('Deployment', { container: `env: [{ name: POD, valueFrom: ${entry} }]` }));
  expect(code).toContain(`JsonPatch.add('/spec/template/spec/containers/0/env', [{ name: 'POD', valueFrom: ${value} }])`);
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
  ['whose port has a name that is no HTTP', '', '{ port: 80, name: web, targetPort: 8080 }', "new Service(this, 'service', { metadata: { name: 'rates' }, selector: rates, ports: [{ name: 'web', port: 80, targetPort: 8080 }] })"],
  ['of UDP', '', '{ port: 80, name: http, targetPort: 8080, protocol: UDP }', "ports: [{ name: 'http', port: 80, targetPort: 8080, protocol: Protocol.UDP }]"],
  ['with a finalizer', ', finalizers: [a/b]', '{ port: 80, name: http, targetPort: 8080 }', "})).addJsonPatch(JsonPatch.add('/metadata/finalizers', ['a/b']));"],
  ['with a node port', '', '{ port: 80, name: http, targetPort: 8080, nodePort: 30080 }', "JsonPatch.add('/spec/ports/0/nodePort', 30080)"],
  ['to a port by its name', '', '{ port: 80, targetPort: http }', 'selector: rates, ports: [{ port: 80, targetPort: 8080 }] })'],
  ['to a port by a name that no container has', '', '{ port: 80, targetPort: web }', "JsonPatch.add('/spec/ports/0/targetPort', k8s.IntOrString.fromString('web'))"],
  ['to a port by its name and another protocol', '', '{ port: 80, targetPort: http, protocol: UDP }', "JsonPatch.add('/spec/ports/0/targetPort', k8s.IntOrString.fromString('http'))"],
  ['of another protocol', '', '{ port: 80, protocol: QUIC }', "JsonPatch.add('/spec/ports/0/protocol', 'QUIC')"],
  ['of a port that is no object', '', '80', "new ApiObject(this, 'service', {"],
])('a Service %s is no way by exposeHttp', (_, metadata, ports, code) => {
  expect(line(SERVICE(metadata, ports))).toContain(code);
});

const ADMITTED = (...namespaces: readonly string[]) => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: rates-in, namespace: shop }
spec:
  podSelector: { matchLabels: { app: rates } }
  policyTypes: [Ingress]
  ingress: [${namespaces.map(name => `{ from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ${name} } } }], ports: [{ port: 8080 }, { port: 9000 }] }`).join(', ')}]
---`;

const HTTP = '{ port: 80, name: http, targetPort: 8080 }';
const ADMIN = '{ port: 9000, name: admin, targetPort: 9000 }';

test.each([
  ['with all that it says', ', labels: { app: rates, tier: edge }, annotations: { a: b }', `{ port: 8080, name: http, targetPort: 8080 }, ${ADMIN}`, ['shop', 'other'],
    "rates.exposeHttp({ port: 8080, targetPort: 8080, additionalPorts: [{ name: 'admin', port: 9000 }], annotations: { a: 'b' }, labels: { tier: 'edge' }, fromNamespaces: ['other'] });"],
  ['with nothing but its ports', ', labels: { app: rates }', `${HTTP}, ${ADMIN}`, ['shop'], "rates.exposeHttp({ targetPort: 8080, additionalPorts: [{ name: 'admin', port: 9000 }] });"],
])('a Service is exposed %s', (_, metadata, ports, namespaces, code) => {
  expect(line(ADMITTED(...namespaces) + SERVICE(metadata, ports))).toContain(code);
});

test('a Service for all who reach the nodes keeps its type and port, and is no way by exposeHttp', () => {
  const open = (ADMITTED('shop') + SERVICE('', HTTP.replace('port: 80', 'port: 80, nodePort: 30080'))).replace('spec: { selector', 'spec: { type: NodePort, selector');
  expect(line(open)).toContain("selector: rates, type: ServiceType.NODE_PORT, ports: [{ name: 'http', port: 80, targetPort: 8080, nodePort: 30080 }] })");
});

test('the number of a named port has its reason', () => {
  expect(adopted(SERVICE('', '{ port: 80, targetPort: http }, { port: 81, targetPort: 9000 }')).departures.filter(({ path }) => path.includes('targetPort')))
    .toEqual([expect.objectContaining({ path: 'spec.ports[80/TCP].targetPort', why: 'a Service leads to the number of the port that the input names' })]);
});

const ALONE = 'apiVersion: v1\nkind: Service\nmetadata: { name: far, namespace: shop }\n';
test.each([
  ['for pods of nobody', `${ALONE}spec: { selector: { app: far }, ports: [{ port: 80 }] }\n`,
    "new Service(this, 'service', { metadata: { name: 'far' }, selector: Pods.select(this, 'far-pods', { labels: { app: 'far' } }), ports: [{ port: 80 }] });"],
  ['whose endpoints somebody else makes', `${ALONE}spec: { ports: [{ port: 80 }] }\n`, "new Service(this, 'service', { metadata: { name: 'far' }, ports: [{ port: 80 }] });"],
])('a Service %s is one of cdk8s-plus', (_, text, code) => {
  expect(line(text)).toBe(code);
});

test.each([
  ['without ports', `${ALONE}spec: { selector: { app: far } }\n`, 'it has no ports'],
  ['for a name', `${ALONE}spec: { type: ExternalName, externalName: far.example.com, ports: [{ port: 80 }] }\n`, 'its construct cannot say spec.type, spec.externalName'],
])('a Service %s is kept as it is, with the reason', (_, text, why) => {
  expect(adopted(text).kept.map(kept => kept.why)).toEqual([why]);
});

const FURTHER = 'sessionAffinity: ClientIP, sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } }, clusterIP: 10.0.0.7, ';
const PATCHED = SERVICE('', '{ port: 80, targetPort: http }').replace('spec: { selector', `spec: { ${FURTHER}selector`);

test('what no prop of a Service for a workload says is a patch, and the port that it names a number', () => {
  expect(line(PATCHED)).toContain("ApiObject.of(new Service(this, 'service', { metadata: { name: 'rates' }, selector: rates, ports: [{ port: 80, targetPort: 8080 }] })).addJsonPatch("
    + " JsonPatch.add('/spec/sessionAffinity', 'ClientIP'), JsonPatch.add('/spec/sessionAffinityConfig', { clientIp: { timeoutSeconds: 60 } }), JsonPatch.add('/spec/clusterIp', '10.0.0.7') );");
});

test('a Service for a workload that is only another name is kept as it is, with the reason', () => {
  const named = SERVICE('', '{ port: 80 }').replace('spec: { selector', 'spec: { type: ExternalName, externalName: far.example.com, selector');
  expect(adopted(named).kept.map(kept => kept.why)).toEqual(['its construct cannot say spec.type, spec.externalName']);
});

test('a Service with patches is proven', () => {
  const { proof } = proven(PATCHED);
  expect([isProven(proof), proof.app.kept]).toEqual([true, []]);
});

test('a Service with what exposeHttp cannot say is no way by it, whoever is admitted', () => {
  expect(line((ADMITTED('shop') + SERVICE('', `${HTTP}, ${ADMIN}`)).replace('spec: { selector', 'spec: { sessionAffinity: ClientIP, selector'))).not.toContain('exposeHttp');
});

test('a Service of another name says so', () => {
  expect(line((ADMITTED('shop') + SERVICE('', `${HTTP}, ${ADMIN}`)).replace('name: rates, namespace: shop }\nspec: { selector', 'name: front, namespace: shop }\nspec: { selector')))
    .toContain("serviceName: 'front'");
});

test.each([
  ['without an address', 'clusterIP: None, '],
  ['that tells pods before they are ready', 'publishNotReadyAddresses: true, '],
])('a Service %s is no way by exposeHttp, whoever is admitted', (_, spec) => {
  expect(line((ADMITTED('shop') + SERVICE('', `${HTTP}, ${ADMIN}`)).replace('spec: { selector', `spec: { ${spec}selector`))).not.toContain('exposeHttp');
});

test('a Service of another namespace than that of the workloads says so, and has another id than the other', () => {
  const [other] = SERVICE('', HTTP).replaceAll('namespace: shop', 'namespace: other').split('---');
  expect(line(`${SERVICE('', HTTP)}---${other}`)).toContain("new Service(this, 'rates-service', { metadata: { name: 'rates', namespace: 'other' }");
});

test.each([
  ['the labels of the policy with most of them', '{ app: rates, tier: night }', "labels: { app: 'rates', tier: 'night' }"],
  ['all of its labels but the version, where no policy selects it', '{ app: other }', "labels: { app: 'rates', tier: 'night', shift: 'late' }"],
])('a Job is known by %s', (_, selector, code) => {
  const policies = ['{ app: rates }', selector].map((labels, i) => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: p${i}, namespace: shop }
spec: { podSelector: { matchLabels: ${i === 0 && selector === '{ app: other }' ? selector : labels} }, policyTypes: [Ingress] }
---`).join('');
  expect(line(policies + workload('Job', { labels: 'app: rates, tier: night, shift: late, version: "1"' }))).toContain(code);
});

test('a Service and its workload may name their labels in another order', () => {
  const text = SERVICE('', HTTP).replaceAll('{ app: rates }', '{ app: rates, tier: edge }').replace('selector: { app: rates, tier: edge }', 'selector: { tier: edge, app: rates }');
  expect(line(text)).toContain('new Service(');
});
