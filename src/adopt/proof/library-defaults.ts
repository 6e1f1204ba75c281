import { isDeepStrictEqual } from 'util';
import { amountOr, Condition, hasReadOnlyRoot, isAtFirstPort, isLabelOfPods, isLabelOfSelector, isOfNewProbe, isOverruled, isRootAsBefore, ofPodOr } from './default-conditions';
import { Difference } from './difference';
import { coversField } from '../field-pattern';
import { Leaf, leavesOf } from './leaves';
import { Json } from '../../manifest';

/** Fields that constructs write where the input has none. */
export interface LibraryDefault {
  /** Patterns of fields that are added. */
  readonly fields: readonly string[];

  /** The kinds that have it; all without. */
  readonly kinds?: readonly string[];

  /** The values that are meant; any without. */
  readonly values?: readonly Json[];

  /** What else has to hold. */
  readonly where?: Condition;

  /** Half a sentence, with the page that says more. */
  readonly reason: string;
}

const POD = '**.spec';
const CONTAINER = '**.{containers,initContainers}[*]';
const PROBES = `${CONTAINER}.{livenessProbe,readinessProbe,startupProbe}`;
/** What Kubernetes does where a field is absent. */
export const TAKEN_ANYWAY = 'a value that Kubernetes takes anyway is written out or left out';
const DEFAULTS_PAGE = 'docs/defaults.md';
const SECURITY = `not root, no privileges, read-only root (${DEFAULTS_PAGE})`;
const WRITABLE_TMP = `a read-only root comes with a writable /tmp (${DEFAULTS_PAGE})`;
const RESOURCES = `each container has requests and limits (${DEFAULTS_PAGE})`;
const PROBED = `a container with a port is probed there (${DEFAULTS_PAGE})`;
const WIRED = 'a config wires NATS_ENABLED and NATS_URL together (rule book §6)';

/** What the constructs write by themselves. */
export const LIBRARY_DEFAULTS: readonly LibraryDefault[] = [
  {
    fields: ['**.metadata.annotations[petrosa.io/*]', 'metadata.annotations[petrosa.io/*]'],
    reason: 'dependencies are documented on the object (rule book §10)',
  },
  { fields: [`${POD}.automountServiceAccountToken`], values: [false], reason: `no token without need (${DEFAULTS_PAGE})` },
  {
    kinds: ['ServiceAccount'],
    fields: ['automountServiceAccountToken'],
    values: [false],
    reason: `no token without need (${DEFAULTS_PAGE})`,
  },
  { fields: [`${POD}.terminationGracePeriodSeconds`], values: [45], reason: `clients drain before they close (${DEFAULTS_PAGE})` },
  { fields: [`${CONTAINER}.securityContext.{allowPrivilegeEscalation,privileged,readOnlyRootFilesystem}`], values: [false], reason: SECURITY },
  { fields: [`${CONTAINER}.securityContext.capabilities.drop[ALL]`], values: ['ALL'], reason: SECURITY },
  { fields: [`${CONTAINER}.securityContext.seccompProfile.type`], where: ofPodOr('RuntimeDefault'), reason: SECURITY },
  { fields: [`${CONTAINER}.securityContext.runAsNonRoot`], where: isRootAsBefore, reason: SECURITY },
  { fields: [`${CONTAINER}.securityContext.{runAsGroup,runAsUser}`], where: ofPodOr(), reason: SECURITY },
  { fields: [`${POD}.securityContext.runAsNonRoot`], values: [true], where: isOverruled, reason: SECURITY },
  { fields: [`${POD}.securityContext.fsGroupChangePolicy`], values: ['Always'], reason: SECURITY },
  { fields: [`${CONTAINER}.volumeMounts[/tmp].mountPath`], values: ['/tmp'], where: hasReadOnlyRoot, reason: WRITABLE_TMP },
  { fields: [`${CONTAINER}.volumeMounts[/tmp].name`, '**.volumes[{tmp,default-tmp}].name'], values: ['tmp', 'default-tmp'], where: hasReadOnlyRoot, reason: WRITABLE_TMP },
  { fields: ['**.volumes[{tmp,default-tmp}].emptyDir'], values: [{}], where: hasReadOnlyRoot, reason: WRITABLE_TMP },
  { fields: [`${CONTAINER}.imagePullPolicy`], values: ['Always'], reason: `a tag may have moved (${DEFAULTS_PAGE})` },
  { fields: [`${CONTAINER}.resources.requests.cpu`], where: amountOr('50m'), reason: RESOURCES },
  { fields: [`${CONTAINER}.resources.limits.cpu`], where: amountOr('500m'), reason: RESOURCES },
  { fields: [`${CONTAINER}.resources.requests.memory`], where: amountOr('64Mi'), reason: RESOURCES },
  { fields: [`${CONTAINER}.resources.limits.memory`], where: amountOr('256Mi'), reason: RESOURCES },
  { fields: [`${PROBES}.tcpSocket.port`], where: isAtFirstPort, reason: PROBED },
  { fields: [`${CONTAINER}.readinessProbe.failureThreshold`], values: [3], where: isOfNewProbe, reason: PROBED },
  { fields: [`${CONTAINER}.livenessProbe.failureThreshold`], values: [6], where: isOfNewProbe, reason: PROBED },
  { fields: [`${CONTAINER}.startupProbe.failureThreshold`], values: [30], where: isOfNewProbe, reason: PROBED },
  { kinds: ['CronJob'], fields: ['spec.suspend'], values: [false], reason: TAKEN_ANYWAY },
  { kinds: ['CronJob'], fields: ['spec.startingDeadlineSeconds'], values: [300], reason: `a run may start five minutes late (${DEFAULTS_PAGE})` },
  { kinds: ['CronJob'], fields: ['spec.concurrencyPolicy'], values: ['Forbid'], reason: `one run at a time (${DEFAULTS_PAGE})` },
  {
    kinds: ['NetworkPolicy'],
    fields: ['metadata.labels'],
    where: isLabelOfSelector,
    reason: 'a policy carries the identity that it selects (docs/policies.md)',
  },
  {
    kinds: ['Service'],
    fields: ['metadata.labels'],
    where: isLabelOfSelector,
    reason: 'a Service carries the identity that it selects (docs/connections.md)',
  },
  {
    kinds: ['CronJob', 'DaemonSet', 'Deployment', 'Job', 'StatefulSet'],
    fields: ['metadata.labels', 'spec.jobTemplate.metadata.labels'],
    where: isLabelOfPods,
    reason: `the object carries its identity (${DEFAULTS_PAGE})`,
  },
  { fields: ['**.env[NATS_ENABLED].name', '**.env[NATS_ENABLED].valueFrom.configMapKeyRef.key'], values: ['NATS_ENABLED'], reason: WIRED },
  { fields: ['**.env[NATS_ENABLED].valueFrom.configMapKeyRef.name'], reason: WIRED },
  { fields: [`${POD}.automountServiceAccountToken`], values: [true], reason: TAKEN_ANYWAY },
  { fields: [`${POD}.dnsPolicy`], values: ['ClusterFirst'], reason: TAKEN_ANYWAY },
  { fields: [`${POD}.{hostNetwork,setHostnameAsFQDN,shareProcessNamespace}`], values: [false], reason: TAKEN_ANYWAY },
  { fields: ['spec.minReadySeconds'], values: [0], reason: TAKEN_ANYWAY },
  { fields: ['spec.progressDeadlineSeconds'], values: [600], reason: TAKEN_ANYWAY },
  { fields: ['spec.{immutable,publishNotReadyAddresses}', 'immutable'], values: [false], reason: TAKEN_ANYWAY },
  { kinds: ['Deployment'], fields: ['spec.strategy.type'], values: ['RollingUpdate'], reason: TAKEN_ANYWAY },
  { kinds: ['Deployment'], fields: ['spec.strategy.rollingUpdate.{maxSurge,maxUnavailable}'], values: ['25%'], reason: TAKEN_ANYWAY },
  { kinds: ['StatefulSet'], fields: ['spec.updateStrategy.type'], values: ['RollingUpdate'], reason: TAKEN_ANYWAY },
  { kinds: ['StatefulSet'], fields: ['spec.updateStrategy.rollingUpdate.partition'], values: [0], reason: TAKEN_ANYWAY },
  { kinds: ['HorizontalPodAutoscaler'], fields: ['spec.minReplicas'], values: [1], reason: TAKEN_ANYWAY },
  { fields: ['spec.behavior.{scaleDown,scaleUp}.selectPolicy'], values: ['Max'], reason: TAKEN_ANYWAY },
];

/** The default that adds a field; where that holds others, each of them is one. */
export function defaultOf(difference: Difference): LibraryDefault | undefined {
  const { field } = difference;
  if (!field) return undefined;
  const defaults = leavesOf(field.path, field.after).map(leaf => LIBRARY_DEFAULTS.find(one => isDefault(one, leaf, difference)));
  return defaults.includes(undefined) ? undefined : defaults[0];
}

function isDefault({ fields, kinds, values, where }: LibraryDefault, leaf: Leaf, difference: Difference): boolean {
  const { before, after, field } = difference;
  return field!.before === undefined
    && (kinds?.includes((after ?? before)?.kind ?? '') ?? true)
    && fields.some(pattern => coversField(pattern, leaf.path))
    && (values?.some(value => isDeepStrictEqual(value, leaf.value)) ?? true)
    && (where?.(leaf, difference) ?? true);
}
