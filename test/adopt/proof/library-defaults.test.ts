import { differencesOf } from '../../../src/adopt/proof/differences';
import { defaultOf } from '../../../src/adopt/proof/library-defaults';
import { ManifestSet, readText } from '../../../src/manifest';

interface Parts {
  readonly container?: string;
  readonly pod?: string;
  readonly labels?: string;
  readonly spec?: string;
}

const deployment = ({ container = '', pod = '', labels = '', spec = '' }: Parts) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: stock, namespace: shop, labels: { ${labels} } }
spec:
  ${spec}
  selector: { matchLabels: { app: stock } }
  template:
    metadata: { labels: { app: stock } }
    spec: { ${pod} containers: [{ name: main, image: 'shop/stock:1', ports: [{ containerPort: 53, protocol: UDP }, { containerPort: 8080 }], ${container} }] }
`;

/** Whether all that one text has more than another one are defaults of the library; undefined where nothing differs. */
function areDefaults(input: string, output: string): boolean | undefined {
  const [from, to] = [input, output].map(text => new ManifestSet({ files: readText('a.yaml', text).documents }));
  const defaults = differencesOf(from, to).map(defaultOf);
  return defaults.length > 0 ? defaults.every(Boolean) : undefined;
}

const added = (before: Parts, after: Parts) => areDefaults(deployment(before), deployment(after));
const security = (fields: string) => `securityContext: { ${fields} },`;
const resources = (fields: string) => `resources: { ${fields} },`;

test.each<[string, Parts, Parts]>([
  ['no privileges', {}, { container: security('privileged: false, allowPrivilegeEscalation: false, capabilities: { drop: [ALL] }') }],
  ['what the runtime forbids', {}, { container: security('seccompProfile: { type: RuntimeDefault }') }],
  ['what the pod says of the runtime', { pod: security('seccompProfile: { type: Unconfined }') },
    { pod: security('seccompProfile: { type: Unconfined }'), container: security('seccompProfile: { type: Unconfined }') }],
  ['that root is no matter', {}, { container: security('runAsNonRoot: false, readOnlyRootFilesystem: false') }],
  ['what the pod says of root', { pod: security('runAsNonRoot: true') }, { pod: security('runAsNonRoot: true'), container: security('runAsNonRoot: true') }],
  ['the user of the pod', { pod: security('runAsUser: 7') }, { pod: security('runAsUser: 7'), container: security('runAsUser: 7') }],
  ['a pod that is not root where the container says its own', {}, { pod: security('runAsNonRoot: true'), container: security('runAsNonRoot: false') }],
  ['a place to write', { container: security('readOnlyRootFilesystem: true') }, {
    container: `${security('readOnlyRootFilesystem: true')} volumeMounts: [{ name: default-tmp, mountPath: /tmp }],`,
    pod: 'volumes: [{ name: default-tmp, emptyDir: {} }],',
  }],
  ['amounts', {}, { container: resources('requests: { cpu: 50m, memory: 64Mi }, limits: { cpu: 500m, memory: 256Mi }') }],
  ['a limit above what is requested', { container: resources('requests: { cpu: 1 }') }, { container: resources('requests: { cpu: 1 }, limits: { cpu: 2 }') }],
  ['a request below the limit', { container: resources('limits: { memory: 32Mi }') }, { container: resources('limits: { memory: 32Mi }, requests: { memory: 32Mi }') }],
  ['a probe at the first TCP port', {}, { container: 'startupProbe: { failureThreshold: 30, tcpSocket: { port: 8080 } },' }],
  ['the labels of its pods', {}, { labels: 'app: stock' }],
  ['the strategy that it has', {}, { spec: 'strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 25%, maxUnavailable: 25% } }' }],
  ['NATS_ENABLED', {}, { container: 'env: [{ name: NATS_ENABLED, valueFrom: { configMapKeyRef: { name: settings, key: NATS_ENABLED } } }],' }],
])('a workload may get %s', (_, before, after) => {
  expect(added(before, after)).toBe(true);
});

test.each<[string, Parts, Parts]>([
  ['privileges', {}, { container: security('privileged: true') }],
  ['one capability less', {}, { container: security('capabilities: { drop: [NET_RAW] }') }],
  ['a capability', {}, { container: security('capabilities: { add: [NET_ADMIN] }') }],
  ['another profile', {}, { container: security('seccompProfile: { type: Unconfined }') }],
  ['another profile than its pod', { pod: security('seccompProfile: { type: Unconfined }') },
    { pod: security('seccompProfile: { type: Unconfined }'), container: security('seccompProfile: { type: RuntimeDefault }') }],
  ['a user', {}, { container: security('runAsUser: 7') }],
  ['a root that cannot be written', {}, { container: security('readOnlyRootFilesystem: true') }],
  ['that root is forbidden', {}, { container: security('runAsNonRoot: true') }],
  ['that root is allowed where its pod forbids it', { pod: security('runAsNonRoot: true') },
    { pod: security('runAsNonRoot: true'), container: security('runAsNonRoot: false') }],
  ['that root is forbidden by the pod alone', {}, { pod: security('runAsNonRoot: true') }],
  ['an empty /tmp over a root that can be written', {}, {
    container: 'volumeMounts: [{ name: default-tmp, mountPath: /tmp }],',
    pod: 'volumes: [{ name: default-tmp, emptyDir: {} }],',
  }],
  ['a volume that is not empty', { container: security('readOnlyRootFilesystem: true') },
    { container: security('readOnlyRootFilesystem: true'), pod: 'volumes: [{ name: tmp, hostPath: { path: /tmp } }],' }],
  ['other amounts', {}, { container: resources('limits: { memory: 16Mi }') }],
  ['a limit below what is requested', { container: resources('requests: { cpu: 1 }') }, { container: resources('requests: { cpu: 1 }, limits: { cpu: 500m }') }],
  ['a request above the limit', { container: resources('limits: { memory: 32Mi }') }, { container: resources('limits: { memory: 32Mi }, requests: { memory: 64Mi }') }],
  ['another resource', {}, { container: resources('limits: { ephemeral-storage: 1Gi }') }],
  ['a probe at another port', {}, { container: 'startupProbe: { failureThreshold: 30, tcpSocket: { port: 53 } },' }],
  ['a probe with a path', {}, { container: 'startupProbe: { failureThreshold: 30, httpGet: { port: 8080, path: /ready } },' }],
  ['another patience', { container: 'livenessProbe: { httpGet: { port: 8080 } },' }, { container: 'livenessProbe: { failureThreshold: 6, httpGet: { port: 8080 } },' }],
  ['another handler of a probe', { container: 'startupProbe: { httpGet: { port: 8080 } },' }, { container: 'startupProbe: { httpGet: { port: 8080 }, tcpSocket: { port: 8080 } },' }],
  ['another label', {}, { labels: 'app: prices' }],
  ['another strategy', {}, { spec: 'strategy: { type: Recreate }' }],
  ['NATS_ENABLED as it likes', {}, { container: "env: [{ name: NATS_ENABLED, value: 'false' }]," }],
  ['NATS_ENABLED from another key', {}, { container: 'env: [{ name: NATS_ENABLED, valueFrom: { configMapKeyRef: { name: settings, key: LEVEL } } }],' }],
  ['another grace period', {}, { pod: 'terminationGracePeriodSeconds: 46,' }],
])('a workload may not get %s', (_, before, after) => {
  expect(added(before, after)).toBe(false);
});

test('what the input has is no default', () => {
  expect(added({ container: 'imagePullPolicy: Never,' }, { container: 'imagePullPolicy: Always,' })).toBe(false);
});

test.each([
  ['may get the labels that it selects by', '', 'app: stock', true],
  ['may not get other labels', '', 'team: stock', false],
  ['may not lose labels for those', 'app: prices', 'app: stock', false],
])('a policy %s', (_, before, after, expected) => {
  const policy = (labels: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: stock, namespace: shop, labels: { ${labels} } }
spec: { podSelector: { matchLabels: { app: stock } }, policyTypes: [Egress] }
`;
  expect(areDefaults(policy(before), policy(after))).toBe(expected);
});

test.each([
  ['may get the labels that it selects by', '', 'app: stock', true],
  ['may not get other labels', '', 'tier: back', false],
  ['may not lose labels for those', 'app: prices', 'app: stock', false],
])('a Service %s', (_, before, after, expected) => {
  const service = (labels: string) => `apiVersion: v1
kind: Service
metadata: { name: stock, namespace: shop, labels: { ${labels} } }
spec: { selector: { app: stock }, ports: [{ port: 80 }] }
`;
  expect(areDefaults(service(before), service(after))).toBe(expected);
});
