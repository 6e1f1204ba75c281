import { JsonObject } from '../../../src/manifest';

/** The time of the examinations. */
export const NOW = new Date('2026-03-02T10:00:00Z');

/** A time some minutes before. */
export function minutesAgo(minutes: number): string {
  return new Date(NOW.getTime() - minutes * 60_000).toISOString();
}

const URL = 'nats://broker.messaging.svc.cluster.local:4222';

/** A namespace, with the label that each has. */
export function namespace(name: string): JsonObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { 'kubernetes.io/metadata.name': name } } };
}

/** A variable of a container. */
export type Variable =
  | { readonly value: string }
  | { readonly configMap: string; readonly key: string }
  | { readonly secret: string; readonly key: string };

function envOf(variables: Readonly<Record<string, Variable>>): JsonObject[] {
  return Object.entries(variables).map(([name, variable]) => {
    if ('value' in variable) return { name, value: variable.value };
    const field = 'configMap' in variable ? 'configMapKeyRef' : 'secretKeyRef';
    return { name, valueFrom: { [field]: { name: 'configMap' in variable ? variable.configMap : variable.secret, key: variable.key } } };
  });
}

/** What the ticker reads its URL from, unless a test says otherwise. */
export const FROM_CONFIG: Readonly<Record<string, Variable>> = { NATS_URL: { configMap: 'ticker-config', key: 'NATS_URL' } };

/** A workload `ticker` in namespace `shop`. */
export function ticker(variables: Readonly<Record<string, Variable>> = FROM_CONFIG, kind = 'Deployment', spec: JsonObject = {}): JsonObject {
  const template = { metadata: { labels: { app: 'ticker' } }, spec: { containers: [{ name: 'ticker', image: 'registry.example/ticker:2.1', env: envOf(variables) }] } };
  const metadata = { name: 'ticker', namespace: 'shop', uid: 'uid-ticker', labels: { app: 'ticker' } };
  switch (kind) {
    case 'Pod': return { apiVersion: 'v1', kind, metadata, spec: template.spec, status: RUNNING };
    case 'CronJob': return { apiVersion: 'batch/v1', kind, metadata, spec: { jobTemplate: { spec: { template } } } };
    case 'Job': return { apiVersion: 'batch/v1', kind, metadata, spec: { template } };
    default: return { apiVersion: 'apps/v1', kind, metadata, spec: { selector: { matchLabels: { app: 'ticker' } }, template, ...spec } };
  }
}

export const RUNNING: JsonObject = {
  phase: 'Running',
  podIP: '10.1.0.5',
  podIPs: [{ ip: '10.1.0.5' }],
  startTime: minutesAgo(30),
  conditions: [{ type: 'Ready', status: 'True' }],
  containerStatuses: [{ name: 'ticker', ready: true, restartCount: 0, state: { running: { startedAt: minutesAgo(30) } } }],
};

/** The status of a pod whose init container waits for the server. */
export const HELD: JsonObject = {
  phase: 'Pending',
  conditions: [],
  initContainerStatuses: [
    { name: 'migrate', ready: true, restartCount: 0, state: { terminated: { exitCode: 0, reason: 'Completed' } } },
    { name: 'wait-for-nats', ready: false, restartCount: 0, state: { running: { startedAt: minutesAgo(1) } } },
  ],
  containerStatuses: [{ name: 'ticker', ready: false, restartCount: 0, state: { waiting: { reason: 'PodInitializing' } } }],
};

/** A pod of the Deployment `ticker`. */
export function tickerPod(status: JsonObject = {}, { name = 'ticker-5d9c-x7k2p', owner = { kind: 'ReplicaSet', name: 'ticker-5d9c' }, labels = {}, made = minutesAgo(30) }: {
  name?: string; owner?: JsonObject; labels?: JsonObject; made?: string;
} = {}): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: 'shop',
      uid: `uid-${name}`,
      creationTimestamp: made,
      labels: { 'app': 'ticker', 'pod-template-hash': '5d9c', ...labels },
      ownerReferences: [{ apiVersion: 'apps/v1', controller: true, uid: 'uid-owner', ...owner }],
    },
    spec: { containers: [{ name: 'ticker', image: 'registry.example/ticker:2.1' }], dnsPolicy: 'ClusterFirst' },
    status: { ...RUNNING, ...status },
  };
}

/** A ConfigMap of namespace `shop`. */
export function configMap(data: JsonObject = { NATS_URL: URL }, metadata: JsonObject = {}): JsonObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'ticker-config', namespace: 'shop', ...metadata }, data };
}

/** A Service `broker` in namespace `messaging`. */
export function broker(spec: JsonObject = {}, metadata: JsonObject = {}): JsonObject {
  const ports = [{ name: 'client', port: 4222, targetPort: 4222, protocol: 'TCP' }];
  return { apiVersion: 'v1', kind: 'Service', metadata: { name: 'broker', namespace: 'messaging', ...metadata }, spec: { clusterIP: '10.96.0.40', selector: { app: 'broker' }, ports, ...spec } };
}

/** A pod behind it. */
export function brokerPod(status: JsonObject = {}, labels: JsonObject = { app: 'broker' }, name = 'broker-0'): JsonObject {
  const containers = [{ name: 'nats', image: 'nats:2.10', ports: [{ containerPort: 4222, name: 'client' }] }];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'messaging', uid: `uid-${name}`, labels, ownerReferences: [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'broker', controller: true, uid: 'uid-broker' }] },
    spec: { containers },
    status: { ...RUNNING, podIP: '10.1.0.9', podIPs: [{ ip: '10.1.0.9' }], containerStatuses: [{ name: 'nats', ready: true, restartCount: 0, state: { running: {} } }], ...status },
  };
}

/** The EndpointSlice of the Service. */
export function slice(...ready: readonly boolean[]): JsonObject {
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: 'broker-k2v9x', namespace: 'messaging', labels: { 'kubernetes.io/service-name': 'broker' } },
    endpoints: ready.map((one, i) => ({ addresses: [`10.1.0.${9 + i}`], conditions: { ready: one } })),
  };
}

/** A NetworkPolicy. */
export function policy(name: string, where: string, spec: JsonObject): JsonObject {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace: where }, spec };
}

/** A cluster in which all is well. */
export const HEALTHY: readonly JsonObject[] = [
  namespace('shop'), namespace('messaging'), namespace('kube-system'), ticker(), tickerPod(), configMap(), broker(), brokerPod(), slice(true),
];

/** The healthy cluster with other objects in the place of those of the same kind, namespace and name. */
export function healthyBut(...objects: readonly JsonObject[]): JsonObject[] {
  return [...HEALTHY.filter(object => !objects.some(other => idOf(other) === idOf(object))), ...objects];
}

/** The healthy cluster without the objects of some kinds and names, such as `Service broker`. */
export function healthyWithout(...titles: readonly string[]): JsonObject[] {
  return HEALTHY.filter(object => !titles.includes(`${object.kind as string} ${(object.metadata as JsonObject).name as string}`));
}

function idOf({ kind, metadata }: JsonObject): string {
  const { namespace: where, name } = metadata as JsonObject;
  return JSON.stringify([kind, where, name]);
}
