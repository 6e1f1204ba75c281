import { adopted, body } from '../support/adopted';

interface Parts {
  readonly name?: string;
  readonly spec?: string;
  readonly container?: string;
}

/** A StatefulSet with one container. */
function statefulSet({ name = 'orders', spec = 'serviceName: orders', container = '' }: Parts = {}): string {
  return `---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: ${name}, namespace: shop }
spec:
${spec.replace(/^/gm, '  ')}
  selector: { matchLabels: { app: orders } }
  template:
    metadata: { labels: { app: orders } }
    spec:
      volumes: [{ name: cache, emptyDir: {} }]
      containers:
        - name: main
          image: shop/orders:1
          ports: [{ containerPort: 8080, name: http }]
${container.replace(/^/gm, '          ')}
`;
}

/** The Service of its pods. */
function service({ name = 'orders', spec = 'clusterIP: None', ports = '{ port: 8080, name: http }', selector = 'app: orders', rest = '' } = {}): string {
  return `---
# By name
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: shop }
spec: { selector: { ${selector} }, ports: [${ports}], ${spec} }
${rest}
`;
}

const line = (text: string): string => body(text).replace(/\n\s*/g, ' ').replace(/,(?= [}\])])/g, '').replace(/kplus\./g, '');

const CLAIMS = `serviceName: orders
volumeClaimTemplates:
  - apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: { name: data }
    spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 5Gi } } }
    status: { phase: Pending }`;

test('a StatefulSet makes its Service, which has no selector but its own', () => {
  expect(body(service() + statefulSet())).toBe(`new NatsAwareStatefulSet(this, 'statefulset', {
  metadata: { name: 'orders' },
  labels: { app: 'orders' },
  // By name
  service: new kplus.Service(this, 'service', {
    metadata: { name: 'orders' },
    clusterIP: 'None',
    ports: [{ name: 'http', port: 8080 }],
  }),
  containers: [{
    name: 'main',
    image: 'shop/orders:1',
    ports: [{ name: 'http', number: 8080 }],
    securityContext: { ensureNonRoot: false, readOnlyRootFilesystem: false },
  }],
  volumes: [kplus.Volume.fromEmptyDir(this, 'cache', 'cache')],
});`);
});

test('what no prop of the Service says is a patch on it, before the StatefulSet', () => {
  const code = line(service({ spec: 'clusterIP: None, sessionAffinity: ClientIP', ports: '{ port: 80, name: http, targetPort: http }' }) + statefulSet());
  expect(code).toContain("ApiObject.of(ordersService).addJsonPatch( JsonPatch.add('/spec/ports/0/targetPort', k8s.IntOrString.fromString('http')), "
    + "JsonPatch.add('/spec/sessionAffinity', 'ClientIP') ); new NatsAwareStatefulSet(");
});

test('a StatefulSet names the Service that has a patch', () => {
  expect(line(service({ spec: 'sessionAffinity: ClientIP' }) + statefulSet())).toContain('service: ordersService,');
});

test.each([
  ['whose pods have names before they are ready', service({ spec: 'clusterIP: None, publishNotReadyAddresses: true' }), "clusterIP: 'None', publishNotReadyAddresses: true"],
  ['that tells the names of ready pods alone', service({ spec: 'clusterIP: None, publishNotReadyAddresses: false' }), "clusterIP: 'None', ports: ["],
  ['without endpoints of its own', service({ spec: 'type: ClusterIP' }), "metadata: { name: 'orders' }, ports: ["],
  ['of UDP', service({ ports: '{ port: 53, name: dns, protocol: UDP }' }), "ports: [{ name: 'dns', port: 53, protocol: Protocol.UDP }]"],
  ['with another target', service({ ports: '{ port: 80, targetPort: 8080, protocol: TCP }' }), 'ports: [{ port: 80, targetPort: 8080 }]'],
])('a StatefulSet has a Service %s', (_, manifest, code) => {
  expect(line(manifest + statefulSet())).toContain(code);
});

test('a status of the Service is left out, with the reason', () => {
  const { departures } = adopted(service({ rest: 'status: { loadBalancer: {} }' }) + statefulSet());
  expect(departures.map(({ path, why }) => [path, why])).toContainEqual(['status', 'the status is what the cluster writes']);
});

test.each([
  ['that names no Service', statefulSet({ spec: 'replicas: 1' }), 'its serviceName names no Service'],
  ['whose Service is not there', statefulSet({ spec: 'serviceName: gone' }), 'Service gone, its serviceName, is not among its manifests'],
  ['whose Service selects other pods', service({ selector: 'app: users' }) + statefulSet(), 'Service orders, its serviceName, does not select the same pods, or has no ports'],
  ['whose Service has no ports', service({ ports: '' }) + statefulSet(), 'Service orders, its serviceName, does not select the same pods, or has no ports'],
  ['whose Service has a port that is no number', service({ ports: '{ port: 80 }, { port: http }' }) + statefulSet(),
    'Service orders, its serviceName, does not select the same pods, or has no ports'],
])('a StatefulSet %s is kept as it is', (_, text, why) => {
  expect(adopted(text).kept.filter(({ object }) => object.kind === 'StatefulSet').map(kept => kept.why)).toEqual([why]);
});

test('a StatefulSet whose Service is kept as it is is kept as well', () => {
  const { kept } = adopted(service() + statefulSet(), { raw: ['Service orders'] });
  expect(kept.map(({ object, why }) => [object.kind, why])).toEqual([
    ['StatefulSet', 'Service orders, its serviceName, is kept as it is'],
    ['Service', 'its construct refuses it'],
  ]);
});

test('a Service makes the names of the pods of one StatefulSet', () => {
  const { kept } = adopted(service() + statefulSet() + statefulSet({ name: 'further' }));
  expect(kept.map(({ object, why }) => [object.name, why])).toEqual([['further', 'Service orders, its serviceName, is that of another StatefulSet']]);
});

test('a StatefulSet is kept as it is where its Service lies in the cluster alone', () => {
  expect(adopted(statefulSet(), { state: service() }).kept.map(({ why }) => why)).toEqual(['Service orders, its serviceName, is not among its manifests']);
});

test.each([
  ['replicas', 'replicas: 3', 'replicas: 3'],
  ['parallel start', 'podManagementPolicy: Parallel', 'podManagementPolicy: PodManagementPolicy.PARALLEL'],
  ['updates by hand', 'updateStrategy: { type: OnDelete }', 'strategy: StatefulSetUpdateStrategy.onDelete()'],
  ['partition of updates', 'updateStrategy: { type: RollingUpdate, rollingUpdate: { partition: 2 } }', 'strategy: StatefulSetUpdateStrategy.rollingUpdate({ partition: 2 })'],
  ['comment of its updates', '# by hand\nupdateStrategy: { type: OnDelete }', '// by hand strategy:'],
  ['comment of its Service', '', '// By name // and number service: new Service('],
  ['time until a pod counts', 'minReadySeconds: 30', 'minReady: Duration.seconds(30)'],
])('the %s of a StatefulSet', (_, spec, code) => {
  expect(line(service() + statefulSet({ spec: `serviceName: orders # and number\n${spec}` }))).toContain(code);
});

test.each([
  ['one replica', 'replicas: 1', 'replicas'],
  ['pods in their order', 'podManagementPolicy: OrderedReady', 'podManagementPolicy'],
  ['rolling updates of all pods', 'updateStrategy: { type: RollingUpdate, rollingUpdate: { partition: 0 } }', 'pdateStrategy'],
  ['pods that count at once', 'minReadySeconds: 0', 'minReady'],
])('a StatefulSet with %s says nothing of it', (_, spec, name) => {
  expect(line(service() + statefulSet({ spec: `serviceName: orders\n${spec}` }))).not.toContain(name);
});

test.each([
  ['more of rolling updates', 'updateStrategy: { type: RollingUpdate, rollingUpdate: { maxUnavailable: 2 } }', "'/spec/updateStrategy/rollingUpdate', { maxUnavailable: k8s.IntOrString.fromNumber(2) }"],
  ['more of rolling updates beside a partition', 'updateStrategy: { type: RollingUpdate, rollingUpdate: { partition: 1, maxUnavailable: 2 } }',
    "'/spec/updateStrategy/rollingUpdate/maxUnavailable', k8s.IntOrString.fromNumber(2)"],
  ['updates by hand with more', 'updateStrategy: { type: OnDelete, rollingUpdate: { partition: 1 } }', "'/spec/updateStrategy', { type: 'OnDelete', rollingUpdate: { partition: 1 } }"],
  ['another start', 'podManagementPolicy: Random', "'/spec/podManagementPolicy', 'Random'"],
  ['another first number', 'ordinals: { start: 1 }', "'/spec/ordinals', { start: 1 }"],
  ['claims that are no list', 'volumeClaimTemplates: data', "'/spec/volumeClaimTemplates', 'data'"],
  ['a claim that is no object', 'volumeClaimTemplates: [{ metadata: { name: data } }, data]', "'/spec/volumeClaimTemplates', [ { metadata: { name: 'data' } }, 'data' ]"],
])('a StatefulSet with %s has a patch', (_, spec, patch) => {
  expect(line(service() + statefulSet({ spec: `serviceName: orders\n${spec}` }))).toContain(`JsonPatch.add(${patch})`);
});

test('the claims of a StatefulSet are a patch of their metadata and spec', () => {
  expect(line(service() + statefulSet({ spec: CLAIMS }))).toContain("JsonPatch.add('/spec/volumeClaimTemplates', [{ metadata: { name: 'data' }, "
    + "spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: k8s.Quantity.fromString('5Gi') } } } }])");
});

test('what a claim loses has its reason', () => {
  const { departures } = adopted(service() + statefulSet({ spec: CLAIMS }));
  expect(departures.filter(({ path }) => path.includes('Claim')).map(({ path, why }) => [path, why])).toEqual([
    ['spec.volumeClaimTemplates[data].apiVersion', 'Kubernetes writes the type of a claim template by itself'],
    ['spec.volumeClaimTemplates[data].kind', 'Kubernetes writes the type of a claim template by itself'],
    ['spec.volumeClaimTemplates[data].status', 'the status is what the cluster writes'],
  ]);
});

const DATA = '{ name: data, mountPath: /data }';
const MOUNT = "{ name: 'data', mountPath: '/data' }";

test.each([
  ['alone', `volumeMounts: [${DATA}]`, `volumeMounts', [${MOUNT}]`],
  ['beside a volume of the pod', `volumeMounts: [${DATA}, { name: cache, mountPath: /cache }]`, `volumeMounts/-', ${MOUNT}`],
  ['beside the folder for files of the moment', `volumeMounts: [${DATA}]\nsecurityContext: { readOnlyRootFilesystem: true }`, `volumeMounts/-', ${MOUNT}`],
  ['as the folder for files of the moment', 'volumeMounts: [{ name: data, mountPath: /tmp }]\nsecurityContext: { readOnlyRootFilesystem: true }',
    "volumeMounts', [{ name: 'data', mountPath: '/tmp' }]"],
])('a claim is mounted %s by a patch', (_, container, patch) => {
  expect(line(service() + statefulSet({ spec: CLAIMS, container }))).toContain(`JsonPatch.add('/spec/template/spec/containers/0/${patch})`);
});

test('an autoscaler scales a StatefulSet', () => {
  const rules = '{ stabilizationWindowSeconds: 60, policies: [{ type: Pods, value: 1, periodSeconds: 60 }] }';
  const scaler = `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: orders, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: StatefulSet, name: orders }
  minReplicas: 2
  maxReplicas: 4
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }]
  behavior: { scaleUp: ${rules}, scaleDown: ${rules} }
`;
  expect(line(service() + statefulSet() + scaler)).toContain('target: orders,');
});
