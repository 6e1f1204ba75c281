import { changedKeys, configData } from './config-data';
import { FieldPath, ManifestObject, textOf } from '../../manifest';
import { quantityInNano } from '../quantity';

/** A field that cannot be changed. */
export interface ImmutablePath {
  readonly path: FieldPath;

  /** Parts of it that can; `*` is every item of a list. */
  readonly except?: readonly FieldPath[];
}

type Immutable = (before: ManifestObject, after: ManifestObject) => readonly ImmutablePath[];

/** What the API server of Kubernetes 1.28 refuses to change, each with the file below https://github.com/kubernetes/kubernetes/blob/v1.28.0/ that says so. */
const IMMUTABLE: ReadonlyMap<string, Immutable> = new Map<string, Immutable>([
  // pkg/registry/apps/{deployment,daemonset,replicaset}/strategy.go
  ['Deployment', fields('spec.selector')],
  ['DaemonSet', fields('spec.selector')],
  ['ReplicaSet', fields('spec.selector')],
  // pkg/apis/apps/validation/validation.go, ValidateStatefulSetUpdate
  ['StatefulSet', allOfSpecBut('replicas', 'template', 'updateStrategy', 'persistentVolumeClaimRetentionPolicy', 'minReadySeconds', 'ordinals')],
  // pkg/apis/batch/validation/validation.go, ValidateJobSpecUpdate
  ['Job', job],
  // pkg/apis/core/validation/validation.go: ValidatePodUpdate, ValidateServiceUpdate, ValidatePersistentVolumeClaimUpdate and so on
  ['Pod', pod],
  ['Service', service],
  ['PersistentVolumeClaim', claim],
  ['PersistentVolume', persistentVolume],
  ['ResourceQuota', fields('spec.scopes')],
  ['Secret', (before, after) => [{ path: ['type'] }, ...frozenData(before, after)]],
  ['ConfigMap', frozenData],
  // pkg/apis/storage/validation/validation.go, ValidateStorageClassUpdate
  ['StorageClass', fields('provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode')],
  // pkg/apis/rbac/validation/validation.go, ValidateRoleBindingUpdate and ValidateClusterRoleBindingUpdate
  ['RoleBinding', fields('roleRef')],
  ['ClusterRoleBinding', fields('roleRef')],
  // pkg/apis/networking/validation/validation.go, ValidateIngressClassUpdate
  ['IngressClass', fields('spec.controller')],
  // pkg/apis/scheduling/validation/validation.go, ValidatePriorityClassUpdate
  ['PriorityClass', fields('value', 'preemptionPolicy')],
  // pkg/apis/node/validation/validation.go, ValidateRuntimeClassUpdate
  ['RuntimeClass', fields('handler')],
  // pkg/apis/discovery/validation/validation.go, ValidateEndpointSliceUpdate
  ['EndpointSlice', fields('addressType')],
  // staging/src/k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go, ValidateCustomResourceDefinitionUpdate
  ['CustomResourceDefinition', fields('spec.group', 'spec.scope', 'spec.names.kind', 'spec.names.plural')],
]);

/** The fields of an object that cannot be changed. */
export function immutablePaths(before: ManifestObject, after: ManifestObject): readonly ImmutablePath[] {
  return IMMUTABLE.get(after.kind)?.(before, after) ?? [];
}

function fields(...paths: readonly string[]): Immutable {
  return () => paths.map(path => ({ path: path.split('.') }));
}

function allOfSpecBut(...mutable: readonly string[]): Immutable {
  return (before, after) => {
    const keys = new Set([before, after].flatMap(object => Object.keys(object.object('spec') ?? {})));
    return [...keys].filter(key => !mutable.includes(key)).map(key => ({ path: ['spec', key] }));
  };
}

/** Where the pods of a Job that has not begun may be scheduled can still be changed, and how many runs of an indexed one there are. */
function job(before: ManifestObject, after: ManifestObject): readonly ImmutablePath[] {
  const scheduling = [['metadata', 'labels'], ['metadata', 'annotations'], ['spec', 'nodeSelector'], ['spec', 'affinity'], ['spec', 'tolerations']];
  const template = { path: ['spec', 'template'], except: before.get('spec', 'suspend') === true ? scheduling : [] };
  const isElastic = [before, after].every(object =>
    object.get('spec', 'completionMode') === 'Indexed' && object.get('spec', 'completions') === object.get('spec', 'parallelism'));
  const others = ['selector', 'completionMode', 'podFailurePolicy', ...isElastic ? [] : ['completions']];
  return [...others.map(field => ({ path: ['spec', field] })), template];
}

function pod(before: ManifestObject, after: ManifestObject): readonly ImmutablePath[] {
  return allOfSpecBut('activeDeadlineSeconds', 'tolerations')(before, after)
    .map(({ path }) => ({ path, except: [['*', 'image']] }));
}

/** An address that was given by the cluster is kept where the file has none, and can be changed only together with ExternalName. */
function service(before: ManifestObject, after: ManifestObject): readonly ImmutablePath[] {
  if ([before, after].some(object => object.get('spec', 'type') === 'ExternalName')) return [];
  const [old, changed] = [before, after].map(object => textOf(object.get('spec', 'clusterIP')) || undefined);
  if (changed === undefined) return [];
  const isRefused = old === undefined ? changed === 'None' && before.origin === 'files' : old !== changed;
  return isRefused ? [{ path: ['spec', 'clusterIP'] }] : [];
}

/** A claim may only ask for more. */
function claim(before: ManifestObject, after: ManifestObject): readonly ImmutablePath[] {
  const storage = ['spec', 'resources', 'requests', 'storage'];
  const [old, changed] = [before, after].map(object => quantityInNano(object.get(...storage)));
  const shrinks = old !== undefined && changed !== undefined && changed < old;
  return [...allOfSpecBut('resources')(before, after), ...shrinks ? [{ path: storage }] : []];
}

const MUTABLE_OF_VOLUMES = ['capacity', 'accessModes', 'claimRef', 'persistentVolumeReclaimPolicy', 'storageClassName', 'mountOptions'];

function persistentVolume(before: ManifestObject, after: ManifestObject): readonly ImmutablePath[] {
  const isFirstAffinity = before.get('spec', 'nodeAffinity') === undefined;
  return allOfSpecBut(...MUTABLE_OF_VOLUMES, ...isFirstAffinity ? ['nodeAffinity'] : [])(before, after);
}

function frozenData(before: ManifestObject, after: ManifestObject): readonly ImmutablePath[] {
  if (before.get('immutable') !== true) return [];
  const [old, changed] = [configData(before), configData(after)];
  const holders = new Set(changedKeys(old, changed).map(key => (changed.get(key) ?? old.get(key))!.field));
  return [...holders, 'immutable'].map(field => ({ path: [field] }));
}
