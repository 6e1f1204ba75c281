import { jsonText } from './json-text';
import { Json, JsonObject, objectOf, textOf } from '../../manifest';

type KeyOf = (item: JsonObject) => string;

const byName: KeyOf = item => jsonText(item.name);
const whole: KeyOf = item => jsonText(item);

/** Lists of Kubernetes whose order means nothing, with what tells their members apart. */
const KEYS: ReadonlyMap<string, KeyOf> = new Map<string, KeyOf>([
  ['env', byName],
  ['containers', byName],
  ['initContainers', byName],
  ['ephemeralContainers', byName],
  ['volumes', byName],
  ['imagePullSecrets', byName],
  ['secrets', byName],
  ['volumeMounts', item => jsonText(item.mountPath)],
  ['volumeDevices', item => jsonText(item.devicePath)],
  ['ports', item => `${jsonText(item.containerPort ?? item.port)}/${jsonText(item.protocol) || 'TCP'}`],
  ['envFrom', envFromKey],
  ['hostAliases', item => jsonText(item.ip)],
  ['topologySpreadConstraints', item => `${jsonText(item.topologyKey)} ${jsonText(item.whenUnsatisfiable)}`],
  ['tolerations', whole],
  ['nodeSelectorTerms', whole],
  ['preferredDuringSchedulingIgnoredDuringExecution', whole],
  ['requiredDuringSchedulingIgnoredDuringExecution', whole],
  ['matchExpressions', item => `${jsonText(item.key)} ${jsonText(item.operator)}`],
  ['items', item => jsonText(item.key)],
  ['subjects', item => `${jsonText(item.kind)} ${textOf(item.namespace) ? `${jsonText(item.namespace)}/` : ''}${jsonText(item.name)}`],
  ['rules', item => jsonText(item.host) || '*'],
  ['paths', item => `${jsonText(item.pathType)} ${jsonText(item.path)}`],
  ['tls', item => jsonText(item.secretName ?? item.hosts)],
  ['metrics', item => `${jsonText(item.type)} ${metricName(item)}`],
  ['policies', item => jsonText(item.type)],
  ['volumeClaimTemplates', item => jsonText(objectOf(item.metadata)?.name)],
]);

/** Lists in which a later member wins or comes later, so that the order is a fact of its own. */
const ORDERED: ReadonlySet<string> = new Set(['initContainers', 'envFrom']);

/** Those of rules are lines, taken apart. */
const SETS: ReadonlySet<string> = new Set([
  'ingress', 'egress', 'rules', 'policyTypes', 'hosts', 'add', 'drop', 'accessModes', 'values', 'finalizers', 'externalIPs', 'loadBalancerSourceRanges', 'supplementalGroups',
]);

/** How the members of a list are told apart. */
export interface ListKey {
  readonly of: KeyOf;
  readonly ordered: boolean;
}

/** The key of a list of objects of Kubernetes itself. In other lists members have their names where each has one, and their order matters. */
export function listKey(name: string, list: readonly Json[], isCustom: boolean): ListKey | undefined {
  const known = isCustom ? undefined : KEYS.get(name);
  if (known) return { of: known, ordered: ORDERED.has(name) };
  const names = list.flatMap(item => textOf(objectOf(item)?.name) ?? []);
  return names.length === list.length && new Set(names).size === names.length ? { of: byName, ordered: true } : undefined;
}

/** Whether the order of a list of texts means nothing. */
export function isSet(name: string, isCustom: boolean): boolean {
  return !isCustom && SETS.has(name);
}

function envFromKey(item: JsonObject): string {
  const kind = item.secretRef === undefined ? 'configMap' : 'secret';
  return `${kind} ${jsonText(objectOf(item.secretRef ?? item.configMapRef)?.name)}${item.prefix ? ` as ${jsonText(item.prefix)}` : ''}`;
}

function metricName(metric: JsonObject): string {
  const type = jsonText(metric.type);
  const source = objectOf(metric[`${type.charAt(0).toLowerCase()}${type.slice(1)}`]);
  return jsonText(source?.name ?? objectOf(source?.metric)?.name);
}
