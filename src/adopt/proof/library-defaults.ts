import { isDeepStrictEqual } from 'util';
import { Difference } from './difference';
import { coversField } from './field-pattern';
import { Json } from '../../manifest';

/** Fields that constructs write where the input has none. */
export interface LibraryDefault {
  /** Patterns of fields that are added. */
  readonly fields: readonly string[];

  /** The kinds that have it; all without. */
  readonly kinds?: readonly string[];

  /** The values that are meant; any without. */
  readonly values?: readonly Json[];

  /** Whether it takes the place of what the input has; else it is only added. */
  readonly replaces?: true;

  /** Half a sentence, with the page that says more. */
  readonly reason: string;
}

const POD = '**.spec';
const CONTAINER = '**.{containers,initContainers}[*]';
const PROBES = '{livenessProbe,readinessProbe,startupProbe}';
/** What Kubernetes does where a field is absent. */
export const TAKEN_ANYWAY = 'a value that Kubernetes takes anyway is written out or left out';
const DEFAULTS_PAGE = 'docs/defaults.md';

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
  { fields: [`${POD}.securityContext`, `${CONTAINER}.securityContext`], reason: `not root, no privileges, read-only root (${DEFAULTS_PAGE})` },
  {
    fields: [`${CONTAINER}.volumeMounts[/tmp]`, '**.volumes[{tmp,default-tmp}]'],
    reason: `a read-only root comes with a writable /tmp (${DEFAULTS_PAGE})`,
  },
  { fields: [`${CONTAINER}.imagePullPolicy`], values: ['Always'], reason: `a tag may have moved (${DEFAULTS_PAGE})` },
  { fields: [`${CONTAINER}.resources`], reason: `each container has requests and limits (${DEFAULTS_PAGE})` },
  { fields: [`${CONTAINER}.${PROBES}`], reason: `a container with a port is probed there (${DEFAULTS_PAGE})` },
  { kinds: ['CronJob'], fields: ['spec.suspend'], values: [false], reason: TAKEN_ANYWAY },
  { kinds: ['CronJob'], fields: ['spec.startingDeadlineSeconds'], values: [300], reason: `a run may start five minutes late (${DEFAULTS_PAGE})` },
  { kinds: ['CronJob'], fields: ['spec.concurrencyPolicy'], values: ['Forbid'], reason: `one run at a time (${DEFAULTS_PAGE})` },
  {
    kinds: ['NetworkPolicy'],
    fields: ['metadata.labels'],
    replaces: true,
    reason: 'a policy carries the identity that it selects (docs/policies.md)',
  },
  {
    kinds: ['CronJob', 'DaemonSet', 'Deployment', 'Job', 'StatefulSet'],
    fields: ['metadata.labels'],
    reason: `the object carries its identity (${DEFAULTS_PAGE})`,
  },
  { fields: ['**.env[NATS_ENABLED]'], reason: 'a config wires NATS_ENABLED and NATS_URL together (rule book §6)' },
  { fields: [`${POD}.automountServiceAccountToken`], values: [true], reason: TAKEN_ANYWAY },
  { fields: [`${POD}.dnsPolicy`], values: ['ClusterFirst'], reason: TAKEN_ANYWAY },
  { fields: [`${POD}.{hostNetwork,setHostnameAsFQDN,shareProcessNamespace}`], values: [false], reason: TAKEN_ANYWAY },
  { fields: ['spec.minReadySeconds'], values: [0], reason: TAKEN_ANYWAY },
  { fields: ['spec.progressDeadlineSeconds'], values: [600], reason: TAKEN_ANYWAY },
  { fields: ['spec.{immutable,publishNotReadyAddresses}', 'immutable'], values: [false], reason: TAKEN_ANYWAY },
  { fields: ['spec.strategy'], values: [{ type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } }], reason: TAKEN_ANYWAY },
  { kinds: ['StatefulSet'], fields: ['spec.updateStrategy'], values: [{ type: 'RollingUpdate', rollingUpdate: { partition: 0 } }, { partition: 0 }, 0], reason: TAKEN_ANYWAY },
  { fields: ['spec.behavior.{scaleDown,scaleUp}.selectPolicy'], values: ['Max'], reason: TAKEN_ANYWAY },
];

/** The default that adds a field. */
export function defaultOf({ before, after, field }: Difference): LibraryDefault | undefined {
  if (!field) return undefined;
  const kind = (after ?? before)?.kind ?? '';
  return LIBRARY_DEFAULTS.find(({ fields, kinds, values, replaces }) =>
    (replaces || field.before === undefined)
    && (kinds?.includes(kind) ?? true)
    && fields.some(pattern => coversField(pattern, field.path))
    && (values?.some(value => isDeepStrictEqual(value, field.after)) ?? true));
}
