import * as fc from 'fast-check';
import { stringify } from 'yaml';

const LABELS = { app: 'rates' };
const REQUESTED = [undefined, '100m', '1'];

/** An object with some of its fields. */
function some(fields: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(fields, { requiredKeys: [] });
}

const variable = (name: string): fc.Arbitrary<unknown> => fc.constantFrom(
  { name, value: 'hunter2' },
  { name, value: 'nats://nats.messaging.svc.cluster.local:4222' },
  { name, valueFrom: { configMapKeyRef: { name: 'rates-config', key: 'NATS_URL' } } },
  { name, valueFrom: { configMapKeyRef: { name: 'rates-config', key: 'MODE', optional: true } } },
  { name, valueFrom: { secretKeyRef: { name: 'rates-secret', key: 'password' } } },
  { name, valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
);

const probe = some({
  httpGet: fc.constantFrom({ path: '/live', port: 8080 }, { path: '/live', port: 'http' }),
  periodSeconds: fc.constantFrom(5, 10),
  failureThreshold: fc.constantFrom(3, 4),
});

const container = (name: string): fc.Arbitrary<unknown> => some({
  command: fc.constantFrom(['sh', '-c', 'echo one\necho two\necho three\n'], ['run']),
  ports: fc.constant([{ containerPort: 8080, name: 'http' }]),
  env: fc.uniqueArray(fc.constantFrom('NATS_URL', 'MODE', 'PASSWORD'), { minLength: 1 }).chain(names => fc.tuple(...names.map(variable))),
  envFrom: fc.constantFrom([{ configMapRef: { name: 'rates-config' } }], [{ secretRef: { name: 'rates-secret' } }]),
  resources: fc.constantFrom(...REQUESTED.map(cpu => ({ requests: { cpu, memory: '64Mi' }, limits: { 'memory': '128Mi', 'ephemeral-storage': '1Gi' } }))),
  livenessProbe: probe,
  securityContext: some({ runAsUser: fc.constant(1000), capabilities: fc.constant({ drop: ['ALL'] }), seccompProfile: fc.constant({ type: 'RuntimeDefault' }) }),
  volumeMounts: fc.constantFrom([{ name: 'cache', mountPath: '/cache' }], [{ name: 'claimed', mountPath: '/data' }]),
}).map(fields => ({ name, image: 'shop/rates:1.0.0', ...fields }));

const workload = fc.record({
  kind: fc.constantFrom('Deployment', 'StatefulSet', 'DaemonSet'),
  metadata: some({ labels: fc.constant({ ...LABELS, tier: 'back' }), annotations: fc.constant({ owner: 'trading' }) }),
  spec: some({ replicas: fc.constantFrom(1, 2, 3), revisionHistoryLimit: fc.constant(2), minReadySeconds: fc.constant(5) }),
  pod: some({
    serviceAccountName: fc.constant('rates'),
    imagePullSecrets: fc.constant([{ name: 'registry' }]),
    securityContext: fc.constantFrom({ fsGroup: 1 }, { sysctls: [{ name: 'net.core.somaxconn', value: '1024' }] }),
    hostAliases: fc.constant([{ ip: '10.0.0.1', hostnames: ['ledger'] }]),
    volumes: fc.constantFrom([{ name: 'cache', emptyDir: {} }], [{ name: 'cache', configMap: { name: 'rates-config' } }], [{ name: 'cache', projected: { sources: [] } }]),
    initContainers: fc.tuple(container('before')),
  }),
  containers: fc.oneof(fc.tuple(container('main')), fc.tuple(container('main'), container('beside'))),
}).map(({ kind, metadata, spec, pod, containers }) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name: 'rates', namespace: 'shop', ...metadata },
  spec: {
    ...spec,
    selector: { matchLabels: LABELS },
    ...kind === 'StatefulSet' && { serviceName: 'rates' },
    template: { metadata: { labels: LABELS }, spec: { ...pod, containers } },
  },
}));

const config = some({ MODE: fc.constantFrom('fast', 'one\ntwo\nthree\n'), NATS_URL: fc.constant('nats://nats.messaging.svc.cluster.local:4222'), PASSWORD: fc.constant('hunter2') })
  .map(data => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'rates-config', namespace: 'shop', labels: LABELS }, data }));

const service = some({ type: fc.constant('ClusterIP'), clusterIP: fc.constant('None'), sessionAffinity: fc.constant('ClientIP') }).map(spec => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'rates', namespace: 'shop', annotations: { owner: 'trading' } },
  spec: { ...spec, selector: LABELS, ports: [{ name: 'http', port: 80, targetPort: 8080 }] },
}));

const ingress = fc.constantFrom({ podSelector: {} }, { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'edge' } } }, { ipBlock: { cidr: '10.0.0.0/8' } })
  .map(peer => ({ policyTypes: ['Ingress'], ingress: [{ from: [{ podSelector: {} }, peer], ports: [{ port: 8080 }] }] }));

const egress = fc.constantFrom('messaging', 'ledger').map(namespace => ({
  policyTypes: ['Egress'],
  egress: [{ to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } }], ports: [{ port: 4222 }] }],
}));

const policy = fc.oneof(ingress, egress).map(spec => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'rates-policy', namespace: 'shop' },
  spec: { podSelector: { matchLabels: LABELS }, ...spec },
}));

const others = fc.constant({ apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'w', namespace: 'shop' }, spec: { boxes: [{ size: 1 }, [1, 2]], note: 'a\nb\nc\n' } });

/** The manifests of a system, in several documents or in a list. */
export const manifests: fc.Arbitrary<string> = fc.record({
  objects: fc.tuple(workload, fc.option(config), fc.option(service), fc.option(policy), fc.option(others))
    .map(all => all.filter(one => one !== null)),
  isList: fc.boolean(),
  indentSeq: fc.boolean(),
  collectionStyle: fc.constantFrom('any' as const, 'any' as const, 'flow' as const),
}).map(({ objects, isList, indentSeq, collectionStyle }) => {
  const text = (value: unknown) => stringify(value, { indentSeq, collectionStyle, aliasDuplicateObjects: false, lineWidth: 60 });
  return isList ? text({ apiVersion: 'v1', kind: 'List', items: objects }) : objects.map(text).join('---\n');
});
