import { changedImmutableFields } from '../../src/compare';
import { formatPath, ManifestObject } from '../../src/manifest';
import { setOf } from '../support/sets';

const GROUPS: Readonly<Record<string, string>> = { StorageClass: 'storage.k8s.io/v1', RoleBinding: 'rbac.authorization.k8s.io/v1' };

function object(kind: string, fields: string, origin: 'files' | 'state' = 'files', apiVersion = GROUPS[kind] ?? 'v1'): ManifestObject {
  const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a, namespace: shop }\n${fields}\n`;
  return origin === 'files' ? setOf(text).objects[0] : setOf('', text).all[0];
}

function changed(kind: string, before: string, after: string, origin: 'files' | 'state' = 'files'): string[] {
  return changedImmutableFields(object(kind, before, origin), object(kind, after)).map(formatPath);
}

describe('changedImmutableFields', () => {
  test.each([
    ['Deployment', 'spec: { selector: { matchLabels: { app: a } } }', 'spec: { selector: { matchLabels: { app: b } } }', 'spec.selector'],
    ['DaemonSet', 'spec: { selector: { matchLabels: { app: a } } }', 'spec: { selector: { matchLabels: { app: a, tier: b } } }', 'spec.selector'],
    ['ReplicaSet', 'spec: { selector: { matchLabels: { app: a } } }', 'spec: { selector: {} }', 'spec.selector'],
    ['StatefulSet', 'spec: { serviceName: a }', 'spec: { serviceName: b }', 'spec.serviceName'],
    ['StatefulSet', 'spec: { podManagementPolicy: OrderedReady }', 'spec: { podManagementPolicy: Parallel }', 'spec.podManagementPolicy'],
    ['StatefulSet', 'spec: { volumeClaimTemplates: [{ metadata: { name: a } }] }', 'spec: { volumeClaimTemplates: [] }', 'spec.volumeClaimTemplates'],
    ['Job', 'spec: { template: { spec: { containers: [{ name: a, image: x }] } } }', 'spec: { template: { spec: { containers: [{ name: a, image: y }] } } }', 'spec.template'],
    ['Job', 'spec: { completionMode: NonIndexed }', 'spec: { completionMode: Indexed }', 'spec.completionMode'],
    ['Job', 'spec: { completions: 1 }', 'spec: { completions: 2 }', 'spec.completions'],
    ['Job', 'spec: { template: { metadata: { labels: { a: b } } } }', 'spec: { template: { metadata: { labels: { a: c } } } }', 'spec.template'],
    ['Pod', 'spec: { restartPolicy: Always }', 'spec: { restartPolicy: Never }', 'spec.restartPolicy'],
    ['Service', 'spec: { clusterIP: 10.0.0.1 }', 'spec: { clusterIP: 10.0.0.2 }', 'spec.clusterIP'],
    ['Service', 'spec: { clusterIP: None }', 'spec: { clusterIP: 10.0.0.2 }', 'spec.clusterIP'],
    ['Service', 'spec: {}', 'spec: { clusterIP: None }', 'spec.clusterIP'],
    ['PersistentVolumeClaim', 'spec: { storageClassName: a }', 'spec: { storageClassName: b }', 'spec.storageClassName'],
    ['PersistentVolumeClaim', 'spec: { accessModes: [ReadWriteOnce] }', 'spec: { accessModes: [ReadWriteMany] }', 'spec.accessModes'],
    ['PersistentVolumeClaim', 'spec: { resources: { requests: { storage: 2Gi } } }', 'spec: { resources: { requests: { storage: 1Gi } } }', 'spec.resources.requests.storage'],
    ['PersistentVolume', 'spec: { nfs: { server: a } }', 'spec: { nfs: { server: b } }', 'spec.nfs'],
    ['PersistentVolume', 'spec: { nodeAffinity: { required: a } }', 'spec: { nodeAffinity: { required: b } }', 'spec.nodeAffinity'],
    ['ResourceQuota', 'spec: { scopes: [BestEffort] }', 'spec: { scopes: [NotBestEffort] }', 'spec.scopes'],
    ['Secret', 'type: Opaque', 'type: kubernetes.io/tls', 'type'],
    ['Secret', 'immutable: true\ndata: { a: eA== }', 'immutable: true\nstringData: { a: y }', 'stringData'],
    ['ConfigMap', 'immutable: true\ndata: { a: b }', 'immutable: true\ndata: {}', 'data'],
    ['ConfigMap', 'immutable: true\ndata: { a: b }', 'immutable: false\ndata: { a: b }', 'immutable'],
    ['StorageClass', 'provisioner: a', 'provisioner: b', 'provisioner'],
    ['StorageClass', 'parameters: { type: a }', 'parameters: { type: b }', 'parameters'],
    ['StorageClass', 'reclaimPolicy: Delete', 'reclaimPolicy: Retain', 'reclaimPolicy'],
    ['StorageClass', '', 'volumeBindingMode: WaitForFirstConsumer', 'volumeBindingMode'],
    ['RoleBinding', 'roleRef: { kind: Role, name: a }', 'roleRef: { kind: Role, name: b }', 'roleRef'],
    ['ClusterRoleBinding', 'roleRef: { kind: ClusterRole, name: a }', 'roleRef: { kind: ClusterRole, name: b }', 'roleRef'],
    ['IngressClass', 'spec: { controller: a }', 'spec: { controller: b }', 'spec.controller'],
    ['PriorityClass', 'value: 1', 'value: 2', 'value'],
    ['RuntimeClass', 'handler: a', 'handler: b', 'handler'],
    ['EndpointSlice', 'addressType: IPv4', 'addressType: IPv6', 'addressType'],
    ['CustomResourceDefinition', 'spec: { scope: Cluster }', 'spec: { scope: Namespaced }', 'spec.scope'],
  ])('%s: %s -> %s is refused', (kind, before, after, path) => {
    expect(changed(kind, before, after)).toEqual([path]);
  });

  test.each([
    ['Deployment', 'spec: { replicas: 1, template: {} }', 'spec: { replicas: 2 }'],
    ['Deployment', 'spec: { selector: { matchLabels: { a: b, c: d } } }', 'spec: { selector: { matchLabels: { c: d, a: b } } }'],
    ['StatefulSet', 'spec: { replicas: 1, updateStrategy: { type: OnDelete }, minReadySeconds: 1, ordinals: { start: 1 } }', 'spec: { replicas: 2 }'],
    ['StatefulSet', 'spec: { podManagementPolicy: OrderedReady, revisionHistoryLimit: 10 }', 'spec: {}'],
    ['Job', 'spec: { parallelism: 1, backoffLimit: 1, ttlSecondsAfterFinished: 1, activeDeadlineSeconds: 1 }', 'spec: { parallelism: 2 }'],
    ['Job', 'spec: { completionMode: Indexed, completions: 2, parallelism: 2 }', 'spec: { completionMode: Indexed, completions: 3, parallelism: 3 }'],
    ['Job', 'spec: { suspend: true, template: { spec: { nodeSelector: { a: b } } } }', 'spec: { suspend: true, template: { spec: { nodeSelector: { a: c } } } }'],
    ['CronJob', 'spec: { schedule: "0 * * * *" }', 'spec: { schedule: "1 * * * *" }'],
    ['Pod', 'spec: { containers: [{ name: a, image: "x:1" }], initContainers: [{ name: b, image: "y:1" }] }',
      'spec: { containers: [{ name: a, image: x }], initContainers: [{ name: b, image: y }], activeDeadlineSeconds: 1 }'],
    ['Service', 'spec: { clusterIP: 10.0.0.1 }', 'spec: { clusterIP: "" }'],
    ['Service', 'spec: { clusterIP: None }', 'spec: {}'],
    ['Service', 'spec: {}', 'spec: { clusterIP: 10.0.0.1 }'],
    ['Service', 'spec: { clusterIP: 10.0.0.1 }', 'spec: { type: ExternalName, clusterIP: "", externalName: a }'],
    ['Service', 'spec: { type: ExternalName, externalName: a }', 'spec: { clusterIP: None }'],
    ['PersistentVolumeClaim', 'spec: { resources: { requests: { storage: 1Gi } } }', 'spec: { resources: { requests: { storage: 2048Mi } } }'],
    ['PersistentVolumeClaim', 'spec: { volumeMode: Filesystem }', 'spec: {}'],
    ['PersistentVolume', 'spec: { capacity: { storage: 1Gi } }', 'spec: { capacity: { storage: 2Gi }, nodeAffinity: { required: a }, mountOptions: [a] }'],
    ['Secret', 'data: { a: eA== }', 'type: Opaque\ndata: { a: eQ== }'],
    ['Secret', 'immutable: true\ndata: { a: eA== }', 'immutable: true\nstringData: { a: x }'],
    ['ConfigMap', 'data: { a: b }', 'immutable: true\ndata: { a: c }'],
    ['StorageClass', 'allowVolumeExpansion: true\nreclaimPolicy: Delete\nvolumeBindingMode: Immediate', ''],
    ['PriorityClass', 'globalDefault: true', 'globalDefault: false'],
    ['NetworkPolicy', 'spec: { podSelector: {} }', 'spec: { podSelector: { matchLabels: { a: b } } }'],
  ])('%s: %s -> %s is accepted', (kind, before, after) => {
    expect(changed(kind, before, after)).toEqual([]);
  });

  test('a kind of another project with the name of one of Kubernetes has rules of its own', () => {
    const [before, after] = ['a', 'b'].map(ip => object('Service', `spec: { clusterIP: ${ip} }`, 'files', 'serving.example.dev/v1'));
    expect(changedImmutableFields(before, after)).toEqual([]);
  });

  describe('against the state of the cluster, which has more than people write', () => {
    test.each([
      ['Secret', 'type: kubernetes.io/tls', ''],
      ['Job', 'spec: { template: { metadata: { labels: { controller-uid: x, app: a } }, spec: { dnsPolicy: Default } } }', 'spec: { template: { metadata: { labels: { app: a } } } }'],
      ['Pod', 'spec: { nodeName: a, volumes: [{ name: kube-api-access-x }] }', 'spec: {}'],
      ['Service', 'spec: {}', 'spec: { clusterIP: None }'],
      ['PersistentVolumeClaim', 'spec: { volumeName: pvc-1 }', 'spec: {}'],
    ])('%s: that %s stands there is no change to %s', (kind, before, after) => {
      expect(changed(kind, before, after, 'state')).toEqual([]);
    });

    test('a label of a selector that the file does not have is one', () => {
      expect(changed('Deployment', 'spec: { selector: { matchLabels: { app: a, tier: b } } }', 'spec: { selector: { matchLabels: { app: a } } }', 'state'))
        .toEqual(['spec.selector']);
    });
  });
});
