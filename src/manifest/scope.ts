const CLUSTER_SCOPED: ReadonlySet<string> = new Set([
  'APIService', 'AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'CSIDriver', 'CSINode', 'CertificateSigningRequest', 'CiliumClusterwideNetworkPolicy',
  'ClusterExternalSecret', 'ClusterIssuer', 'ClusterNetworkPolicy', 'ClusterPolicy', 'ClusterRole', 'ClusterRoleBinding', 'ClusterSecretStore',
  'ClusterTrustBundle', 'CustomResourceDefinition', 'FlowSchema', 'GatewayClass', 'GlobalNetworkPolicy', 'IngressClass', 'MutatingWebhookConfiguration',
  'Namespace', 'Node', 'PersistentVolume', 'PodSecurityPolicy', 'PriorityClass', 'PriorityLevelConfiguration', 'RuntimeClass', 'StorageClass',
  'ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding', 'ValidatingWebhookConfiguration', 'VolumeAttachment', 'VolumeSnapshotClass',
  'VolumeSnapshotContent',
]);

const BUILT_IN: ReadonlySet<string> = new Set([
  'ConfigMap', 'CronJob', 'DaemonSet', 'Deployment', 'Endpoints', 'EndpointSlice', 'HorizontalPodAutoscaler', 'Ingress', 'IngressClass', 'Job', 'Namespace',
  'NetworkPolicy', 'Node', 'PersistentVolumeClaim', 'Pod', 'PodDisruptionBudget', 'ReplicaSet', 'Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding',
  'Secret', 'Service', 'ServiceAccount', 'StatefulSet',
]);

const MADE_BY_CLUSTER = /^(Namespace\/\/(default|kube-system|kube-public|kube-node-lease)|Service\/default\/kubernetes|ConfigMap\/[^/]*\/kube-root-ca\.crt|ServiceAccount\/[^/]*\/default)$/;

/** Whether objects of this kind have no namespace. */
export function isClusterScoped(kind: string): boolean {
  return CLUSTER_SCOPED.has(kind);
}

/** Whether a kind is one of another project with the name of one of Kubernetes itself, such as the Service of Knative. */
export function isForeign(kind: string, group: string): boolean {
  return BUILT_IN.has(kind) && isCustom(group);
}

/** Whether a group is none of Kubernetes itself. */
export function isCustom(group: string): boolean {
  return group.includes('.') && !group.endsWith('.k8s.io');
}

/** Whether an object is in each cluster without anybody's manifest. */
export function isMadeByCluster(kind: string, namespace: string, name: string): boolean {
  return MADE_BY_CLUSTER.test(`${kind}/${namespace}/${name}`);
}
