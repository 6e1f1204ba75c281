import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { ManifestSet, readText, SourceDocument } from '../../src/manifest';
import { Verification, verify } from '../../src/verify';

/** For each kind; FUZZ_RUNS asks for a longer search. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 4);

const TEXT_RUNS = 6 * RUNS;

/** Names that other code might look up in a plain object. */
const STRANGE_KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', '', ' ', '0', '-1', 'a.b/c', '\u202e', 'nats://'];

const STRANGE_VALUES: readonly unknown[] = [
  null, true, false, 0, -1, 1.5, 1e300, '', ' ', 'null', '__proto__', 'constructor', '0.0.0.0/0', '::/0', '*', '>', '$(A)', '{{ a }}', '%s', 'nats://', 'nats://[',
  'nats://a:b@c:99999', '-', '.', '..', '/', '* * * * *', '*/0 0-99 * * *', [], {}, [null], [[]], [{}], { a: null }, { __proto__: null }, { name: [] }, { name: {} },
];

const strangeKey = fc.oneof(fc.constantFrom(...STRANGE_KEYS), fc.string({ maxLength: 6 }));
const { strangeValue } = fc.letrec<{ strangeValue: unknown }>(tie => ({
  strangeValue: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...STRANGE_VALUES),
    fc.string({ maxLength: 8 }),
    fc.array(tie('strangeValue'), { maxLength: 3 }),
    fc.dictionary(strangeKey, tie('strangeValue'), { maxKeys: 3 }),
    fc.nat(150).map(depth => Array.from({ length: depth }).reduce(value => [value], 'deep')),
    fc.nat(300).map(length => Array.from({ length }, (_, i) => ({ name: `a${i % 7}`, value: `${i}` }))),
  ),
}));

/** A change of a manifest: what stands at the n-th of its fields becomes something else, is left out, or gets a sister. */
interface Mutation {
  readonly at: number;
  readonly change: 'replace' | 'remove' | 'add';
  readonly key: string;
  readonly value: unknown;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(400), change: fc.constantFrom('replace' as const, 'remove' as const, 'add' as const), key: strangeKey, value: strangeValue,
});

function mutate(manifest: object, { at, change, key, value: given }: Mutation): void {
  // A later change, also one of another case, may change what this one puts in.
  const value = structuredClone(given);
  const fields = fieldsOf(manifest);
  const [holder, field] = fields[at % fields.length];
  if (change === 'add' && Array.isArray(holder)) holder.push(value);
  else if (change === 'add') Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
  else if (change === 'replace') holder[field] = value;
  else if (Array.isArray(holder)) holder.splice(Number(field), 1);
  else delete holder[field];
}

function fieldsOf(value: object, fields: [Record<string, unknown>, string][] = []): [Record<string, unknown>, string][] {
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    fields.push([value as Record<string, unknown>, key]);
    if (typeof inner === 'object' && inner !== null) fieldsOf(inner, fields);
  }
  return fields;
}

/** A change of a text: at the n-th of its lines, at a column, so many characters become others. */
interface Edit {
  readonly line: number;
  readonly column: number;
  readonly removed: number;
  readonly added: string;
}

const SYNTAX = [
  '&a ', '*a', '<<: *a\n', '<<: [*a, *a]\n', '- *a\n', '&a', '!!str ', '!!binary ', '\r\n', '\r', '\t', '\n', '\ufeff', '---\n', '...\n', '{', '}', '[', ']', '"', '\'', '|\n', '>-\n', '? ',
  ': ', '# ', '0x', '_', '~', '.inf', 'yes', '{{ x }}', '\\', '\ufffd', '😀',
];

const edit: fc.Arbitrary<Edit> = fc.record({ line: fc.nat(200), column: fc.nat(30), removed: fc.nat(4), added: fc.constantFrom('', ...SYNTAX) });

function edited(text: string, { line, column, removed, added }: Edit): string {
  const lines = text.split('\n');
  const i = line % lines.length;
  const at = column % (lines[i].length + 1);
  lines[i] = lines[i].slice(0, at) + added + lines[i].slice(at + removed);
  return lines.join('\n');
}

/** What the rules and their corrections fail with on a manifest beside others, linted with them and against them as state. */
function failuresOf(manifest: object | string, others: readonly SourceDocument[]): string[] {
  const { documents, problems } = readText('fuzz.yaml', typeof manifest === 'string' ? manifest : stringify(manifest, { aliasDuplicateObjects: false }));
  return [
    new ManifestSet({ files: [...documents, ...others] }),
    new ManifestSet({ files: documents, state: others, closedWorld: true, namespace: 'apps' }),
  ].flatMap((set) => {
    const verification = verify(set, problems, { defaultDeny: ['apps'] });
    return [...verification.failures, ...correctionFailures(verification)];
  }).slice(0, 3).map(({ code, error }) => `${code} ${(error as Error).stack}`);
}

function correctionFailures({ corrections }: Verification): { code: string; error: unknown }[] {
  return [...corrections].flatMap(([{ code }, correct]) => {
    try {
      correct();
      return [];
    } catch (error) {
      return [{ code, error }];
    }
  });
}

const APP = { app: 'shop' };
const CONTAINERS = [{
  name: 'shop',
  image: 'registry.example.com/shop:1.0.0',
  command: ['shop'],
  args: ['--nats', 'nats://nats-server.nats:4222'],
  ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
  env: [
    { name: 'NATS_URL', value: 'nats://nats-server.nats.svc.cluster.local:4222' },
    { name: 'NATS_PUBLISH_SUBJECT', value: 'shop.orders.>' },
    { name: 'NATS_CONSUMER_TOPIC', valueFrom: { configMapKeyRef: { name: 'shop', key: 'TOPIC', optional: false } } },
    { name: 'MYSQL_URI', valueFrom: { secretKeyRef: { name: 'shop', key: 'uri' } } },
    { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: 'http://$(HOST):4317' },
  ],
  envFrom: [{ prefix: 'S_', configMapRef: { name: 'shop' } }, { secretRef: { name: 'shop' } }],
  resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: 1, memory: '128Mi' } },
  livenessProbe: { httpGet: { path: '/', port: 'http' } },
  volumeMounts: [{ name: 'files', mountPath: '/etc/shop', subPath: 'a.yaml' }],
}];
const POD = {
  serviceAccountName: 'shop',
  nodeSelector: { disk: 'ssd' },
  initContainers: [{ name: 'wait', image: 'busybox', command: ['sh', '-c', 'nc -z nats-server.nats 4222'] }],
  containers: CONTAINERS,
  volumes: [
    { name: 'files', configMap: { name: 'shop', items: [{ key: 'a.yaml', path: 'a.yaml' }] } },
    { name: 'keys', secret: { secretName: 'shop' } },
    { name: 'all', projected: { sources: [{ configMap: { name: 'shop' } }, { secret: { name: 'shop' } }] } },
  ],
};
const TEMPLATE = { metadata: { labels: APP, annotations: { a: 'b' } }, spec: POD };
const meta = (name: string): object => ({ name, namespace: 'apps', labels: APP, annotations: { 'owner': 'shop', 'kubectl.kubernetes.io/last-applied-configuration': '{}' } });

const MANIFESTS: readonly object[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'nats', labels: { name: 'nats' } } },
  { apiVersion: 'v1', kind: 'Pod', metadata: { ...meta('shop'), ownerReferences: [{ kind: 'ReplicaSet', name: 'shop' }] }, spec: POD },
  { apiVersion: 'apps/v1', kind: 'Deployment', metadata: meta('shop'), spec: { replicas: 2, selector: { matchLabels: APP }, template: TEMPLATE } },
  { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: meta('shop-db'), spec: { serviceName: 'shop', selector: { matchLabels: APP }, template: TEMPLATE } },
  { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: meta('shop-agent'), spec: { selector: { matchLabels: APP }, template: TEMPLATE } },
  { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata: meta('shop-1'), spec: { selector: { matchLabels: APP }, template: TEMPLATE } },
  { apiVersion: 'batch/v1', kind: 'Job', metadata: meta('shop-job'), spec: { template: TEMPLATE } },
  {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: meta('shop-every-5m'),
    spec: { schedule: '*/5 * * * *', startingDeadlineSeconds: 60, jobTemplate: { spec: { activeDeadlineSeconds: 100, template: TEMPLATE } } },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: meta('shop'),
    spec: { clusterIP: 'None', type: 'ClusterIP', selector: APP, ports: [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' }] },
  },
  { apiVersion: 'v1', kind: 'Service', metadata: meta('outside'), spec: { type: 'ExternalName', externalName: 'nats.example.com' } },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: meta('shop'), data: { 'TOPIC': 'shop.orders', 'NATS_URL': 'nats://a:4222', 'a.yaml': 'nats:\n  url: nats://b:4222\n' }, binaryData: { b: 'AAAA' } },
  { apiVersion: 'v1', kind: 'Secret', metadata: meta('shop'), type: 'Opaque', data: { uri: 'bXlzcWw=' }, stringData: { nats: 'nats://a:b@c:4222' } },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: meta('shop'),
    spec: {
      podSelector: { matchLabels: APP, matchExpressions: [{ key: 'app', operator: 'In', values: ['shop'] }] },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [{ podSelector: APP }, { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }], ports: [{ port: 'http', protocol: 'TCP' }] }],
      egress: [{ to: [{ namespaceSelector: { matchLabels: { name: 'nats' } }, podSelector: {} }], ports: [{ port: 4222, endPort: 4300 }] }],
    },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: meta('shop'),
    spec: { rules: [{ host: 'shop.example.com', http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'shop', port: { number: 80 } } } }] } }] },
  },
  {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: meta('shop'),
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' }, minReplicas: 1, maxReplicas: 3, metrics: [{ type: 'Resource' }] },
  },
  { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: meta('shop'), spec: { minAvailable: 1, selector: { matchLabels: APP } } },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: meta('shop'), automountServiceAccountToken: true },
  { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: meta('shop'), rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }] },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: meta('shop'),
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'shop' },
    subjects: [{ kind: 'ServiceAccount', name: 'shop', namespace: 'apps' }],
  },
  { apiVersion: 'policy.networking.k8s.io/v1alpha1', kind: 'AdminNetworkPolicy', metadata: { name: 'admin' }, spec: { subject: {} } },
  { apiVersion: 'example.com/v1', kind: 'Stream', metadata: meta('orders'), spec: { servers: ['nats://a:4222'], subjects: ['a.>'] } },
];

const DOCUMENTS = new Map(MANIFESTS.map(manifest => [manifest, readText('others.yaml', stringify(manifest, { aliasDuplicateObjects: false })).documents]));
const documentsOf = (manifests: readonly object[]): readonly SourceDocument[] => manifests.flatMap(manifest => DOCUMENTS.get(manifest)!);

test('the manifests as they are make no rule fail', () => {
  expect(failuresOf(MANIFESTS[0], documentsOf(MANIFESTS.slice(1)))).toEqual([]);
});

test.each(MANIFESTS.map(manifest => [(manifest as { kind: string }).kind, manifest] as const))('a %s of any shape makes no rule fail', (_, manifest) => {
  const others = documentsOf(MANIFESTS.filter(other => other !== manifest));
  fc.assert(fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
    const mutated = structuredClone(manifest);
    mutations.filter(() => fieldsOf(mutated).length > 0).forEach(each => mutate(mutated, each));
    expect(failuresOf(mutated, others)).toEqual([]);
  }), { numRuns: RUNS });
});

test('an edited text makes no rule fail', () => {
  const texts = MANIFESTS.map(manifest => stringify(manifest));
  const others = documentsOf(MANIFESTS);
  fc.assert(fc.property(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 4 }), fc.boolean(), (text, edits, windows) => {
    const changed = edits.reduce(edited, text);
    expect(failuresOf(windows ? changed.replace(/\n/g, '\r\n') : changed, others)).toEqual([]);
  }), { numRuns: TEXT_RUNS });
});

const UNITS = ['nats://a:1,', 'nats://a:1, ', 'http://a.b:80/c\n', '[nats://a:1, ', 'a', 'a:', 'a.', '- ', '\n', 'a: b\n', '${{', '<a', 'ADD_', '://a:b@', 'password ', 'nats://a:1\\n', 'nats://a)'];

test.each(UNITS)('a value that repeats %j for 60 kB is checked', (unit) => {
  const value = `${unit.repeat(60_000 / unit.length)}:`;
  const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: meta('long'), data: { 'NATS_URL': value, 'app.yaml': value } };
  const { documents } = readText('long.yaml', stringify(configMap, { lineWidth: 0 }));
  expect(verify(new ManifestSet({ files: documents, closedWorld: true })).failures).toEqual([]);
});

test('a list of a thousand entries makes no rule fail', () => {
  const env = Array.from({ length: 1000 }, (_, i) => ({ name: `NATS_URL_${i}`, value: `nats://server-${i}.nats:4222` }));
  const deployment = { ...MANIFESTS[2], spec: { template: { metadata: { labels: APP }, spec: { containers: [{ name: 'a', image: 'a:1', env }] } } } };
  expect(failuresOf(deployment, documentsOf(MANIFESTS.slice(3)))).toEqual([]);
});
