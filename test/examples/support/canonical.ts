import { mapKey, memberKey } from './field-path';
import { Direction, policyLines, policyTypes } from './policy-lines';
import { quantityInNano } from './quantity';
import { roleLines } from './role-lines';
import { Manifest } from '../../support/manifests';

/**
 * An object in the form in which two of them are compared: where Kubernetes ignores the order there is none, and what
 * means the same is the same.
 */
export type Tree = Leaf | Fields | Members;

/** A value without parts; two of them are the same where `same` is. */
export interface Leaf {
  readonly value: unknown;
  readonly same: string;
}

/** A structure: where one side has none, that is one difference. */
export interface Fields {
  readonly fields: ReadonlyMap<string, Tree>;
}

/** A list or map of things that stand for themselves: where one side lacks it, each member is a difference. */
export interface Members {
  readonly members: ReadonlyMap<string, Tree>;
}

/** Lists whose order means nothing, with what tells their members apart. */
const LIST_KEYS: Record<string, (item: any) => string> = {
  containers: item => item.name,
  initContainers: item => item.name,
  volumes: item => item.name,
  imagePullSecrets: item => item.name,
  secrets: item => item.name,
  volumeMounts: item => item.mountPath,
  volumeDevices: item => item.devicePath,
  ports: item => `${item.containerPort ?? item.port}/${item.protocol ?? 'TCP'}`,
  topologySpreadConstraints: item => `${item.topologyKey} ${item.whenUnsatisfiable}`,
  tolerations: item => JSON.stringify(sortKeys(item)),
  matchExpressions: item => `${item.key} ${item.operator}`,
  items: item => item.key,
  subjects: item => `${item.kind} ${item.namespace ? `${item.namespace}/` : ''}${item.name}`,
  rules: item => item.host ?? '*',
  paths: item => `${item.pathType} ${item.path}`,
  tls: item => item.secretName ?? item.hosts?.join(' '),
  metrics: item => `${item.type} ${metricName(item)}`,
  policies: item => item.type,
};

const SETS = new Set(['policyTypes', 'hosts', 'add', 'drop', 'accessModes', 'values', 'finalizers', 'externalIPs', 'loadBalancerSourceRanges']);

const MAPS = new Set(['labels', 'annotations', 'matchLabels', 'data', 'stringData', 'binaryData', 'nodeSelector', 'requests', 'limits', 'hard']);

const QUANTITY_FIELDS = new Set(['sizeLimit', 'averageValue']);

const QUANTITY_MAPS = new Set(['requests', 'limits', 'hard']);

/** Structures that mean the same empty as absent. */
const ABSENT_WHEN_EMPTY = new Set(['metadata', 'resources', 'securityContext', 'affinity']);

/** The comparable form of an object. */
export function canonical(object: Manifest): Tree {
  return fieldsOf(withEqualForms(object));
}

/** The tree as a plain value, for messages. */
export function plainValue(tree: Tree): unknown {
  if ('value' in tree) return tree.value;
  const parts = 'fields' in tree ? tree.fields : tree.members;
  return Object.fromEntries([...parts].map(([key, part]) => [key, plainValue(part)]));
}

function treeOf(name: string, value: any): Tree | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return listOf(name, value);
  if (typeof value !== 'object') return leaf(value, QUANTITY_FIELDS.has(name));
  if (MAPS.has(name) || isServiceSelector(name, value)) return mapOf(value, QUANTITY_MAPS.has(name));
  if (ABSENT_WHEN_EMPTY.has(name) && Object.keys(value).length === 0) return undefined;
  return fieldsOf(value);
}

/** A Service's selector is the labels themselves. */
function isServiceSelector(name: string, value: any): boolean {
  return name === 'selector' && !('matchLabels' in value || 'matchExpressions' in value);
}

function leaf(value: unknown, isQuantity = false): Leaf {
  const quantity = isQuantity ? quantityInNano(value) : undefined;
  return { value, same: quantity === undefined ? JSON.stringify(value) : `${quantity}n` };
}

function fieldsOf(value: any): Fields {
  const fields = new Map<string, Tree>();
  for (const [key, part] of Object.entries(value)) {
    const tree = treeOf(key, part);
    if (tree) fields.set(mapKey(key), tree);
  }
  return { fields };
}

function mapOf(value: any, areQuantities: boolean): Members {
  return { members: new Map(Object.entries(value).map(([key, part]) => [mapKey(key), leaf(part, areQuantities)])) };
}

function listOf(name: string, list: any[]): Tree {
  if (name === 'env') return envOf(list);
  if (SETS.has(name) || list.every(item => item.line !== undefined)) {
    return { members: new Map(list.map(item => [memberKey(item.line ?? item), leaf(item.line ?? item)])) };
  }
  if (list.every(item => typeof item !== 'object')) return leaf(list);
  const members = keyedMembers(list, LIST_KEYS[name]);
  // Init containers run one after the other, so that here the order is a fact of its own.
  if (name === 'initContainers') members.set('[order]', leaf(list.map(item => item.name)));
  return { members };
}

function keyedMembers(list: any[], keyOf?: (item: any) => string): Map<string, Tree> {
  const members = new Map<string, Tree>();
  const ordered = keyOf ? [...list].sort((a, b) => compareTexts(JSON.stringify(sortKeys(a)), JSON.stringify(sortKeys(b)))) : list;
  ordered.forEach((item, index) => {
    const key = keyOf ? keyOf(item) : `${index}`;
    let unique = memberKey(key);
    for (let n = 2; members.has(unique); n++) unique = memberKey(`${key} #${n}`);
    members.set(unique, fieldsOf(item));
  });
  return members;
}

/** The variables by name, the last of a name; one that refers to a variable defined below it does not get its value. */
function envOf(list: any[]): Members {
  const members = new Map<string, Tree>();
  list.forEach((variable, index) => {
    const { value = variable.valueFrom ? undefined : '', ...rest } = variable;
    const references = [...String(value ?? '').matchAll(/\$\(([^)]+)\)/g)].map(match => match[1]);
    const definedBelow = references.filter(name =>
      !list.slice(0, index).some(other => other.name === name) && list.slice(index).some(other => other.name === name));
    members.set(memberKey(variable.name), fieldsOf({
      ...rest, value, ...definedBelow.length > 0 ? { unexpanded: definedBelow.join(' ') } : {},
    }));
  });
  return { members };
}

/** What is the same by definition, written the same: default protocols and ports, rules taken apart. */
function withEqualForms(object: Manifest): any {
  switch (object.kind) {
    case 'NetworkPolicy': {
      const lines = (direction: Direction) => policyLines(object, direction).map(line => ({ line }));
      return { ...object, spec: { ...object.spec, policyTypes: policyTypes(object), ingress: lines('ingress'), egress: lines('egress') } };
    }
    case 'Role':
    case 'ClusterRole':
      return { ...object, rules: roleLines(object.rules).map(line => ({ line })) };
    case 'Service': {
      const ports = (object.spec?.ports ?? []).map((port: any) => ({ ...port, protocol: port.protocol ?? 'TCP', targetPort: port.targetPort ?? port.port }));
      return { ...object, spec: { ...object.spec, ports } };
    }
    case 'Ingress':
      return { ...object, spec: { ...object.spec, rules: mergeHosts(object.spec?.rules ?? []) } };
    default:
      return withProtocols(object);
  }
}

/** Rules of one host are one rule with all their paths. */
function mergeHosts(rules: any[]): any[] {
  const byHost = new Map<string | undefined, any>();
  for (const rule of rules) {
    const earlier = byHost.get(rule.host);
    byHost.set(rule.host, earlier ? { ...earlier, http: { paths: [...earlier.http?.paths ?? [], ...rule.http?.paths ?? []] } } : rule);
  }
  return [...byHost.values()];
}

function withProtocols(value: any): any {
  if (Array.isArray(value)) return value.map(withProtocols);
  if (value === null || typeof value !== 'object') return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withProtocols(part)]));
  return typeof copy.containerPort === 'number' ? { ...copy, protocol: copy.protocol ?? 'TCP' } : copy;
}

function metricName(metric: any): string {
  const source = metric[`${metric.type.charAt(0).toLowerCase()}${metric.type.slice(1)}`];
  return source?.name ?? source?.metric?.name;
}

function sortKeys(value: any): any {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).sort().map(key => [key, sortKeys(value[key])]));
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
