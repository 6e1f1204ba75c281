import { Json } from '../../manifest';

/** What a field takes beyond its type, in words that follow "write", and whether a value is that. */
export interface ValueCheck {
  readonly expected: string;
  readonly takes: (value: Json) => boolean;
}

/** The texts of a list, one of which a field takes. */
function oneOf(...texts: readonly string[]): ValueCheck {
  return { expected: `one of ${texts.join(', ')}`, takes: value => value === '' || texts.includes(value as string) };
}

/** A text that matches, of at most so many characters. */
function matching(expected: string, pattern: RegExp, longest: number): ValueCheck {
  return { expected, takes: value => typeof value !== 'string' || (value.length <= longest && pattern.test(value)) };
}

const LABEL = matching('lower-case letters, digits and hyphens, with a letter or digit at both ends, 63 at most', /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, 63);
const SERVICE_LABEL = matching('lower-case letters, digits and hyphens, with a letter in front and no hyphen at the end, 63 at most', /^[a-z]([-a-z0-9]*[a-z0-9])?$/, 63);
const SUBDOMAIN = matching('lower-case letters, digits, hyphens and dots, with a letter or digit at both ends of each part',
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/, 253);
const CRON_JOB_NAME = matching('at most 52 characters, as its Jobs get eleven more', /^/, 52);
const PORT_NAME = matching('at most 15 lower-case letters, digits and single hyphens, with a letter', /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/, 15);
const TARGET_NAME = { ...PORT_NAME, expected: `${PORT_NAME.expected}, or a number without quotes` };
const LABEL_VALUE = matching('letters, digits, hyphens, underscores and dots, with a letter or digit at both ends, 63 at most', /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/, 63);
const LABEL_KEY = matching('a name of letters, digits, hyphens, underscores and dots, after a domain and a slash where it has one',
  /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/, 317);
const DATA_KEY = matching('letters, digits, hyphens, underscores and dots', /^[-._a-zA-Z0-9]+$/, 253);
const VARIABLE = matching('letters, digits, underscores, hyphens and dots, with no digit in front', /^[-._a-zA-Z][-._a-zA-Z0-9]*$/, Infinity);
const ABSOLUTE = matching('a path that begins with /', /^(\/|$)/, Infinity);
const PORT: ValueCheck = {
  expected: 'a number from 1 to 65535',
  takes: value => typeof value !== 'number' || (value >= 1 && value <= 65535),
};
const PORT_OR_NAME: ValueCheck = { expected: TARGET_NAME.expected, takes: value => PORT.takes(value) && (typeof value !== 'string' || PORT_NAME.takes(value)) };
const NOT_NEGATIVE: ValueCheck = { expected: '0 or more', takes: value => typeof value !== 'number' || value >= 0 };
const PROTOCOL = oneOf('TCP', 'UDP', 'SCTP');
const OPERATOR = oneOf('In', 'NotIn', 'Exists', 'DoesNotExist');

/** What fields take, by type and field, as the API server of 1.28 says it. NetworkPolicies have rules of their own. */
export const FIELD_VALUES: ReadonlyMap<string, ValueCheck> = new Map(Object.entries({
  'apps.v1.DeploymentSpec.replicas': NOT_NEGATIVE,
  'apps.v1.DeploymentStrategy.type': oneOf('Recreate', 'RollingUpdate'),
  'apps.v1.StatefulSetSpec.podManagementPolicy': oneOf('OrderedReady', 'Parallel'),
  'apps.v1.StatefulSetSpec.replicas': NOT_NEGATIVE,
  'apps.v1.StatefulSetUpdateStrategy.type': oneOf('OnDelete', 'RollingUpdate'),
  'apps.v1.DaemonSetUpdateStrategy.type': oneOf('OnDelete', 'RollingUpdate'),
  'batch.v1.CronJobSpec.concurrencyPolicy': oneOf('Allow', 'Forbid', 'Replace'),
  'batch.v1.JobSpec.backoffLimit': NOT_NEGATIVE,
  'core.v1.Container.imagePullPolicy': oneOf('Always', 'IfNotPresent', 'Never'),
  'core.v1.Container.name': LABEL,
  'core.v1.Container.terminationMessagePolicy': oneOf('FallbackToLogsOnError', 'File'),
  'core.v1.ContainerPort.containerPort': PORT,
  'core.v1.ContainerPort.name': PORT_NAME,
  'core.v1.ContainerPort.protocol': PROTOCOL,
  'core.v1.EnvVar.name': VARIABLE,
  'core.v1.HTTPGetAction.port': PORT_OR_NAME,
  'core.v1.HTTPGetAction.scheme': oneOf('HTTP', 'HTTPS'),
  'core.v1.PodSpec.dnsPolicy': oneOf('ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'),
  'core.v1.PodSpec.restartPolicy': oneOf('Always', 'OnFailure', 'Never'),
  'core.v1.ServicePort.name': LABEL,
  'core.v1.ServicePort.port': PORT,
  'core.v1.ServicePort.protocol': PROTOCOL,
  'core.v1.ServicePort.targetPort': PORT_OR_NAME,
  'core.v1.ServiceSpec.sessionAffinity': oneOf('ClientIP', 'None'),
  'core.v1.ServiceSpec.type': oneOf('ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'),
  'core.v1.TCPSocketAction.port': PORT_OR_NAME,
  'core.v1.Toleration.effect': oneOf('NoExecute', 'NoSchedule', 'PreferNoSchedule'),
  'core.v1.Toleration.operator': oneOf('Equal', 'Exists'),
  'core.v1.TopologySpreadConstraint.whenUnsatisfiable': oneOf('DoNotSchedule', 'ScheduleAnyway'),
  'core.v1.Volume.name': LABEL,
  'meta.v1.LabelSelectorRequirement.operator': OPERATOR,
  'networking.v1.HTTPIngressPath.path': ABSOLUTE,
  'networking.v1.HTTPIngressPath.pathType': oneOf('Exact', 'ImplementationSpecific', 'Prefix'),
  'rbac.v1.RoleRef.kind': oneOf('ClusterRole', 'Role'),
  'rbac.v1.Subject.kind': oneOf('Group', 'ServiceAccount', 'User'),
} satisfies Record<string, ValueCheck>));

/** What the keys and values of maps take, by type and field. */
export const MAP_ENTRIES: ReadonlyMap<string, { readonly keys: ValueCheck; readonly values?: ValueCheck }> = new Map([
  ['core.v1.ConfigMap.binaryData', { keys: DATA_KEY }],
  ['core.v1.ConfigMap.data', { keys: DATA_KEY }],
  ['core.v1.Secret.data', { keys: DATA_KEY }],
  ['core.v1.Secret.stringData', { keys: DATA_KEY }],
  ['meta.v1.LabelSelector.matchLabels', { keys: LABEL_KEY, values: LABEL_VALUE }],
  ['meta.v1.ObjectMeta.labels', { keys: LABEL_KEY, values: LABEL_VALUE }],
]);

const NAMES: ReadonlyMap<string, readonly ValueCheck[]> = new Map([
  ['CronJob', [SUBDOMAIN, CRON_JOB_NAME]],
  ['Namespace', [LABEL]],
  ['Service', [SERVICE_LABEL]],
]);

/** What the names of these kinds are is up to their own rules: a colon, for one. */
const FREE_NAMES: ReadonlySet<string> = new Set(['APIService', 'ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding']);

/** What the API server demands of the name of an object of a kind. */
export function nameChecks(kind: string): readonly ValueCheck[] {
  return FREE_NAMES.has(kind) ? [] : NAMES.get(kind) ?? [SUBDOMAIN];
}
