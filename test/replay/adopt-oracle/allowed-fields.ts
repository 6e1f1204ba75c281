import { FieldChange } from './fields';
import { containersOf, Manifest, podOf, Value } from './manifests';
import { isSameQuantity, isAtLeast } from './quantities';

/** A change of a field that the documentation speaks of. */
interface AllowedChange {
  readonly kinds?: readonly string[];

  /** `*` is any text within brackets, `**` any, `{a,b}` a choice. */
  readonly field: string;
  readonly from?: Value;
  readonly to?: Value;

  /** What else has to hold. Where it is given, the values are its own business. */
  readonly where?: (change: FieldChange, before: Manifest, after: Manifest) => boolean;
  readonly because: string;
}

const CONTAINER = 'pod.{containers,initContainers}[*]';
const KUBERNETES = 'Kubernetes takes the value where there is none';
const WORKLOADS = ['CronJob', 'DaemonSet', 'Deployment', 'Job', 'StatefulSet'];

/** What may be added or left out since it says nothing: the field and the value. */
const WITHOUT_MEANING: readonly [string, Value][] = [
  ['metadata.creationTimestamp', null],
  ['spec.template.metadata.creationTimestamp', null],
  [`${CONTAINER}.resources`, null],
  ['spec.{minReadySeconds,updateStrategy.rollingUpdate.partition}', 0],
  ['spec.progressDeadlineSeconds', 600],
  ['spec.podManagementPolicy', 'OrderedReady'],
  ['spec.strategy.rollingUpdate.{maxSurge,maxUnavailable}', '25%'],
  ['spec.{strategy,updateStrategy}.type', 'RollingUpdate'],
  ['spec.behavior.{scaleDown,scaleUp}.selectPolicy', 'Max'],
  ['spec.suspend', false],
  ['spec.type', 'ClusterIP'],
  ['spec.externalIPs', '[]'],
  ['pod.{hostNetwork,setHostnameAsFQDN,shareProcessNamespace}', false],
  ['pod.dnsPolicy', 'ClusterFirst'],
  ['pod.restartPolicy', 'Always'],
  ['pod.securityContext.fsGroupChangePolicy', 'Always'],
  ['pod.volumes[*].persistentVolumeClaim.readOnly', false],
  [`${CONTAINER}.securityContext.{privileged,readOnlyRootFilesystem}`, false],
  [`${CONTAINER}.{liveness,readiness,startup}Probe.failureThreshold`, 3],
  [`${CONTAINER}.{liveness,readiness,startup}Probe.httpGet.scheme`, 'HTTP'],
  ['{spec,pod.containers[*]}.ports[*].protocol', 'TCP'],
];

/** What docs/defaults.md, docs/adopt.md and the rule book say that changes. */
const ALLOWED: readonly AllowedChange[] = [
  ...WITHOUT_MEANING.flatMap(([field, value]) => [{ field, to: value, because: KUBERNETES }, { field, from: value, because: KUBERNETES }]),
  { kinds: ['Service'], field: 'spec.ports[*].targetPort', where: isPortOfService, because: KUBERNETES },
  { field: `${CONTAINER}.resources.{limits,requests}.{cpu,memory}`, where: ({ from, to }) => isSameQuantity(from, to), because: 'the amount is the same' },
  { field: `${CONTAINER}.{liveness,readiness,startup}Probe.httpGet.port`, where: isPortOfName, because: 'the port of the name' },

  { field: `${CONTAINER}.resources.requests.cpu`, where: isHalf('limits', 'cpu', '50m'), because: 'docs/defaults.md' },
  { field: `${CONTAINER}.resources.limits.cpu`, where: isHalf('requests', 'cpu', '500m'), because: 'docs/defaults.md' },
  { field: `${CONTAINER}.resources.requests.memory`, where: isHalf('limits', 'memory', '64Mi'), because: 'docs/defaults.md' },
  { field: `${CONTAINER}.resources.limits.memory`, where: isHalf('requests', 'memory', '256Mi'), because: 'docs/defaults.md' },
  { field: `${CONTAINER}.{liveness,readiness,startup}Probe.tcpSocket.port`, where: isFirstPort, because: 'docs/defaults.md: probed at the first TCP port' },
  { field: `${CONTAINER}.livenessProbe.failureThreshold`, where: isProbeAdded(6), because: 'docs/defaults.md' },
  { field: `${CONTAINER}.startupProbe.failureThreshold`, where: isProbeAdded(30), because: 'docs/defaults.md' },
  { field: `${CONTAINER}.securityContext.allowPrivilegeEscalation`, to: false, because: 'docs/adopt.md: may stop what runs' },
  { field: `${CONTAINER}.securityContext.capabilities.drop[0]`, to: 'ALL', because: 'docs/defaults.md' },
  { field: `${CONTAINER}.securityContext.seccompProfile.type`, where: isOfPod('RuntimeDefault'), because: 'docs/defaults.md' },
  { field: `${CONTAINER}.securityContext.runAsNonRoot`, where: isOfPod(false), because: 'what the pod says, or what Kubernetes takes' },
  { field: 'pod.securityContext.runAsNonRoot', where: isOverruled, because: 'each container says its own' },
  { field: `${CONTAINER}.volumeMounts[/tmp].**`, where: isForReadOnlyRoot, because: 'docs/defaults.md: a writable /tmp' },
  { field: 'pod.volumes[default-tmp].name', to: 'default-tmp', because: 'docs/defaults.md: a writable /tmp' },
  { field: 'pod.volumes[default-tmp].emptyDir', to: '{}', because: 'docs/defaults.md: a writable /tmp' },
  { field: `${CONTAINER}.imagePullPolicy`, to: 'Always', because: 'docs/defaults.md' },
  { field: 'pod.automountServiceAccountToken', to: false, because: 'docs/defaults.md' },
  { field: 'pod.automountServiceAccountToken', where: ({ from, to }, before) => from === undefined && to === true && podOf(before).spec.serviceAccountName, because: KUBERNETES },
  { field: 'pod.terminationGracePeriodSeconds', to: 45, because: 'docs/defaults.md' },
  { kinds: ['CronJob'], field: 'spec.startingDeadlineSeconds', to: 300, because: 'docs/defaults.md' },
  { kinds: WORKLOADS, field: 'metadata.labels**', where: isIdentity, because: 'docs/defaults.md: labels are the identity' },
  { kinds: WORKLOADS, field: '{metadata,spec.template.metadata}.annotations[petrosa.io/*]', where: ({ from }) => from === undefined, because: 'rule book §10' },
];

/** Whether the documentation allows a change of a field. */
export function isAllowed(change: FieldChange, before: Manifest, after: Manifest): boolean {
  return ALLOWED.some(({ kinds, field, from, to, where }) => (kinds?.includes(before.kind) ?? true) && matches(field, change.path)
    && (where ? where(change, before, after) : change.from === from && change.to === to));
}

/** The fields of the table that are none of some paths. */
export function fieldsWithoutUse(paths: readonly string[]): string[] {
  return ALLOWED.map(({ field }) => field).filter(field => !paths.some(path => matches(field, path)));
}

function matches(pattern: string, path: string): boolean {
  const source = pattern.replace(/[[\].$]/g, '\\$&').replace(/\{([^}]*)\}/g, (_, choices: string) => `(?:${choices.replaceAll(',', '|')})`)
    .replaceAll('**', '.+').replace(/(?<![.\])])\*/g, '[^\\]]*');
  return new RegExp(`^${source}$`).test(path);
}

/** The container in whose field a change lies. */
function containerOf({ path }: FieldChange, manifest: Manifest): Value {
  const [, list, name] = /^pod\.(\w+)\[([^\]]*)\]/.exec(path)!;
  const containers: Value[] = podOf(manifest).spec[list] ?? [];
  return containers.find((container, i) => container.name === name || `${i}` === name) ?? {};
}

function isPortOfService({ path, from, to }: FieldChange, before: Manifest): boolean {
  const [, key] = /^spec\.ports\[([^\]]*)\]/.exec(path)!;
  const port = before.value.spec.ports.find((one: Value, i: number) => one.name === key || `${i}` === key);
  return to === undefined && from === port.port;
}

function isPortOfName(change: FieldChange, before: Manifest): boolean {
  return containerOf(change, before).ports?.some(({ name, containerPort }: Value) => name === change.from && containerPort === change.to);
}

function isHalf(other: string, resource: string, usual: string): AllowedChange['where'] {
  return (change, before) => {
    const given = containerOf(change, before).resources?.[other]?.[resource];
    return change.from === undefined && (given === undefined ? change.to === usual : other === 'limits' ? isAtLeast(given, change.to) : isAtLeast(change.to, given));
  };
}

/** The probe that a change is about, and the container in the input. */
function probeOf(change: FieldChange, before: Manifest): { readonly container: Value; readonly probe: Value } {
  const container = containerOf(change, before);
  const [name] = /\w+Probe/.exec(change.path)!;
  return { container, probe: container[name] };
}

function isFirstPort(change: FieldChange, before: Manifest): boolean {
  const { container, probe } = probeOf(change, before);
  const port = container.ports?.find(({ protocol }: Value) => (protocol ?? 'TCP') === 'TCP');
  return probe === undefined && port?.containerPort === change.to;
}

function isProbeAdded(threshold: number): AllowedChange['where'] {
  return (change, before) => probeOf(change, before).probe === undefined && change.to === threshold;
}

/** Whether a container says what its pod says, or what is usual where that says nothing. */
function isOfPod(usual: Value): AllowedChange['where'] {
  return ({ path, from, to }, before) => {
    const keys = path.replace(/^.*\.securityContext\./, '').split('.');
    const ofPod = keys.reduce((value, key) => value?.[key], podOf(before).spec.securityContext);
    return from === undefined && to === (ofPod ?? usual);
  };
}

function isOverruled({ from }: FieldChange, _: Manifest, after: Manifest): boolean {
  return from === undefined && containersOf(podOf(after)).every(({ securityContext }) => securityContext?.runAsNonRoot !== undefined);
}

function isForReadOnlyRoot(change: FieldChange, before: Manifest): boolean {
  const { securityContext, volumeMounts = [] } = containerOf(change, before);
  const values: Value[] = ['/tmp', 'default-tmp'];
  return securityContext?.readOnlyRootFilesystem === true && volumeMounts.every(({ mountPath }: Value) => mountPath !== '/tmp') && values.includes(change.to);
}

/** Whether a label that is added is one of the pods. */
function isIdentity({ path, from, to }: FieldChange, _: Manifest, after: Manifest): boolean {
  const key = path.replace(/^metadata\.labels[.[]|\]$/g, '');
  return from === undefined && podOf(after)?.metadata?.labels?.[key] === to;
}
