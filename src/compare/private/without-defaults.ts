import { Json, JsonObject, objectOf, textOf } from '../../manifest';

/** What the API server writes where a field is absent, by the field that holds it. https://github.com/kubernetes/kubernetes/blob/v1.28.0/pkg/apis/core/v1/defaults.go */
const DEFAULTS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['spec.restartPolicy', 'Always'],
  ['spec.dnsPolicy', 'ClusterFirst'],
  ['spec.schedulerName', 'default-scheduler'],
  ['spec.terminationGracePeriodSeconds', 30],
  ['spec.enableServiceLinks', true],
  ['spec.volumeMode', 'Filesystem'],
  ['spec.podManagementPolicy', 'OrderedReady'],
  ['spec.revisionHistoryLimit', 10],
  ['spec.completionMode', 'NonIndexed'],
  ['spec.concurrencyPolicy', 'Allow'],
  ['spec.successfulJobsHistoryLimit', 3],
  ['spec.failedJobsHistoryLimit', 1],
  ['httpGet.path', '/'],
  ['httpGet.scheme', 'HTTP'],
  ['fieldRef.apiVersion', 'v1'],
  ['hostPath.type', ''],
  ['serviceAccountToken.expirationSeconds', 3600],
  ['.type', 'Opaque'],
  ['.reclaimPolicy', 'Delete'],
  ['.volumeBindingMode', 'Immediate'],
  ...['containers', 'initContainers'].flatMap((list): [string, Json][] => [
    [`${list}.terminationMessagePath`, '/dev/termination-log'],
    [`${list}.terminationMessagePolicy`, 'File'],
  ]),
  ...['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((probe): [string, Json][] => [
    [`${probe}.timeoutSeconds`, 1],
    [`${probe}.periodSeconds`, 10],
    [`${probe}.successThreshold`, 1],
    [`${probe}.failureThreshold`, 3],
  ]),
  ...['configMap', 'secret', 'downwardAPI', 'projected'].map((volume): [string, Json] => [`${volume}.defaultMode`, 420]),
]);

/** Fields that are the same false as absent; others, such as `automountServiceAccountToken`, are not. */
const FALSE: ReadonlySet<string> = new Set(['hostNetwork', 'hostPID', 'hostIPC', 'readOnly', 'stdin', 'stdinOnce', 'tty']);

/** Maps, where no key has a default. */
const MAPS: ReadonlySet<string> = new Set(['labels', 'annotations', 'matchLabels', 'nodeSelector', 'data', 'stringData', 'binaryData']);

/** A value without what the API server would write by itself. */
export function withoutDefaults(object: JsonObject, parent = ''): JsonObject {
  if (MAPS.has(parent)) return object;
  const kept = Object.entries(object).filter(([key, value]) => value !== undefined && !isDefault(object, parent, key, value));
  return Object.fromEntries(kept.map(([key, value]) => [key, inner(value!, key)]));
}

function inner(value: Json, name: string): Json {
  if (Array.isArray(value)) return value.map((item: Json) => inner(item, name));
  const object = objectOf(value);
  return object ? withoutDefaults(object, name) : value;
}

function isDefault(object: JsonObject, parent: string, key: string, value: Json): boolean {
  if (value === false) return FALSE.has(key);
  if (key === 'imagePullPolicy') return value === pullPolicyOf(textOf(object.image) ?? '');
  return DEFAULTS.get(`${parent}.${key}`) === value;
}

/** https://kubernetes.io/docs/concepts/containers/images/#imagepullpolicy-defaulting */
function pullPolicyOf(image: string): string {
  if (image.includes('@')) return 'IfNotPresent';
  const tag = /:([^/:]+)$/.exec(image)?.[1] ?? 'latest';
  return tag === 'latest' ? 'Always' : 'IfNotPresent';
}
