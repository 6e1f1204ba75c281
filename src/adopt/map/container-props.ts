import { cpu, memory } from './amounts';
import { MapContext } from './map-context';
import { PodVolumes } from './pod-volumes';
import { probe, ProbePorts } from './probe-props';
import { commentsOf } from './source-comments';
import { TakenFields } from './taken-fields';
import { fieldExpression, withAllComments, withComments } from './with-comments';
import { clusterAddressIn } from '../../address/private/cluster-address';
import { Container, FieldPath, JsonObject, listOf, objectOf } from '../../manifest';
import { ArrayItem, array, Expression, imported, literal, object, ObjectEntry } from '../code';

/** What the props of a container are made from. */
export interface ContainerDraft {
  readonly container: Container;
  readonly fields: TakenFields;
  readonly volumes: PodVolumes;
  readonly context: MapContext;

  /** Entries of `envVariables` and members of `envFrom`. */
  readonly variables: readonly ObjectEntry[];
  readonly variablesFrom: readonly ArrayItem[];
}

/** The props of a container, in the order of the examples; what they cannot say is left in `fields`. */
export function containerProps({ container, fields, volumes, context, variables, variablesFrom }: ContainerDraft): ArrayItem {
  const { path } = container;
  const value = (field: string) => fields.object.get(...path, field);
  const taken = (field: string) => literal(fields.take(...path, field)!);
  const ports = portProps(container, fields);
  const written: [string, Expression | undefined][] = [
    ['name', taken('name')],
    ['image', taken('image')],
    ['imagePullPolicy', pullPolicy(fields, path)],
    ['command', textList(fields, [...path, 'command'])],
    ['args', textList(fields, [...path, 'args'])],
    ['workingDir', typeof value('workingDir') === 'string' ? taken('workingDir') : undefined],
    ['ports', ports],
    ['envVariables', variables.length > 0 ? { kind: 'object', entries: variables } : undefined],
    ['envFrom', variablesFrom.length > 0 ? { kind: 'array', items: variablesFrom } : undefined],
    ['resources', resources(fields, [...path, 'resources'])],
    ...container.list === 'containers' ? probes(container, fields, context) : [],
    ['securityContext', securityContext(fields, path, objectOf(container.workload.podSpec.securityContext))],
    ['volumeMounts', volumes.mounts(path)],
  ];
  const entries = written.flatMap(([key, expression]): ObjectEntry[] => expression ? [entryOf(fields, path, key, expression)] : []);
  return withComments(fields.object, path, { value: { kind: 'object', entries } });
}

/** Where the comment of a field stands in the file, by the prop that it becomes. */
const FIELD_OF_PROP: Readonly<Record<string, string>> = {
  envVariables: 'env',
  liveness: 'livenessProbe',
  readiness: 'readinessProbe',
  startup: 'startupProbe',
};

function entryOf({ object: manifest }: TakenFields, path: FieldPath, key: string, value: Expression): ObjectEntry {
  const field = [...path, FIELD_OF_PROP[key] ?? key];
  return manifest.get(...field) === undefined ? { key, value } : withComments(manifest, field, { key, value });
}

function pullPolicy(fields: TakenFields, path: FieldPath): Expression | undefined {
  const policy = fields.object.get(...path, 'imagePullPolicy');
  const names: Record<string, string> = { IfNotPresent: 'IF_NOT_PRESENT', Never: 'NEVER' };
  if (policy === 'Always') fields.take(...path, 'imagePullPolicy');
  if (typeof policy !== 'string' || !Object.prototype.hasOwnProperty.call(names, policy)) return undefined;
  fields.take(...path, 'imagePullPolicy');
  return imported('cdk8s-plus-28', `ImagePullPolicy.${names[policy]}`);
}

/** Words with a NATS URL in them are left to patches, which insert them: constructs refuse addresses that no policy knows of. */
function textList(fields: TakenFields, path: FieldPath): Expression | undefined {
  const words = listOf(fields.object.get(...path));
  const written = fieldExpression(fields.object, path);
  if (written.kind !== 'array' || !words.every(word => typeof word === 'string')) return undefined;
  const isTaken = words.map(word => clusterAddressIn('', `${word}`) !== 'a NATS URL');
  isTaken.forEach((taken, i) => taken && fields.take(...path, i));
  const items = written.items.filter((_, i) => isTaken[i]);
  return items.length > 0 ? { kind: 'array', items } : undefined;
}

function portProps({ path }: Container, fields: TakenFields): Expression | undefined {
  const ports = listOf(fields.object.get(...path, 'ports')).map(objectOf);
  const known = ['containerPort', 'name', 'protocol'];
  if (ports.length === 0 || !ports.every(port => typeof port?.containerPort === 'number' && Object.keys(port).every(key => known.includes(key)))) return undefined;
  fields.take(...path, 'ports');
  const items = (ports as JsonObject[]).map(({ name, containerPort, protocol }, i) => withAllComments(fields.object, [...path, 'ports', i], {
    value: object({
      name: typeof name === 'string' ? literal(name) : undefined,
      number: literal(containerPort!),
      protocol: typeof protocol === 'string' && protocol !== 'TCP' ? imported('cdk8s-plus-28', `Protocol.${protocol}`) : undefined,
    }),
  }));
  return { kind: 'array', items };
}

function resources(fields: TakenFields, path: FieldPath): Expression | undefined {
  const pair = (resource: string, spell: typeof cpu): ObjectEntry[] => {
    const spelled = (kind: string) => {
      const expression = spell(fields.object.get(...path, kind, resource));
      if (expression) fields.take(...path, kind, resource);
      return expression;
    };
    const value = object({ request: spelled('requests'), limit: spelled('limits') });
    const comments = ['requests', 'limits'].filter(kind => fields.object.get(...path, kind, resource) !== undefined)
      .flatMap(kind => commentsOf(fields.object, [...path, kind, resource]));
    return value.entries.length > 0 ? [{ key: resource, value, ...comments.length > 0 && { comments } }] : [];
  };
  const entries = [...pair('cpu', cpu), ...pair('memory', memory)];
  return entries.length > 0 ? { kind: 'object', entries } : undefined;
}

function probes(container: Container, fields: TakenFields, context: MapContext): [string, Expression | undefined][] {
  const title = [...container.workload.podPath, `containers[${container.name}]`].join('.');
  const ports: ProbePorts = {
    first: container.ports.find(({ protocol }) => protocol === 'TCP')?.port,
    byName: new Map(container.ports.flatMap(({ name, port }) => name === undefined ? [] : [[name, port]])),
    isNamed: path => context.because(fields.object, `${title}.${path.slice(container.path.length).join('.')}`, { why: 'a probe has the number of the port that the input names' }),
  };
  return (['liveness', 'readiness', 'startup'] as const).map(kind => [kind, probe(fields, [...container.path, `${kind}Probe`], ports)]);
}

const USER_FIELDS = [['runAsUser', 'user'], ['runAsGroup', 'group']] as const;
const SWITCHES = [
  ['runAsNonRoot', 'ensureNonRoot', true],
  ['readOnlyRootFilesystem', 'readOnlyRootFilesystem', true],
  ['privileged', 'privileged', false],
  ['allowPrivilegeEscalation', 'allowPrivilegeEscalation', false],
] as const;

/** A program that may run as root or write to its file system keeps that: whether it can do without is not in the manifests. */
function securityContext(fields: TakenFields, containerPath: FieldPath, podContext: JsonObject | undefined): Expression | undefined {
  const path = [...containerPath, 'securityContext'];
  const given = fields.object.object(...path) ?? {};
  const written: Record<string, Expression | undefined> = {};
  for (const [field, prop] of USER_FIELDS) {
    if (typeof given[field] === 'number') written[prop] = literal(fields.take(...path, field)!);
  }
  for (const [field, prop, standard] of SWITCHES) {
    const value = given[field];
    if (value !== undefined && typeof value !== 'boolean') continue;
    if (value !== undefined) fields.take(...path, field);
    if (field === 'privileged' || field === 'allowPrivilegeEscalation') written[prop] = value === undefined || value === standard ? undefined : literal(value);
    else written[prop] = (value ?? false) === standard ? undefined : literal(value ?? false);
  }
  if (given.runAsNonRoot === undefined && isNonRootAnyway(given, podContext)) written.ensureNonRoot = undefined;
  const context = object({ ...written, capabilities: capabilities(fields, [...path, 'capabilities']) });
  return context.entries.length > 0 ? context : undefined;
}

function isNonRootAnyway(own: JsonObject, pod: JsonObject | undefined): boolean {
  const user = own.runAsUser ?? pod?.runAsUser;
  return pod?.runAsNonRoot === true || (typeof user === 'number' && user > 0);
}

function capabilities(fields: TakenFields, path: FieldPath): Expression | undefined {
  const given = fields.object.object(...path);
  if (!given) return undefined;
  const add = listOf(given.add);
  const drop = listOf(given.drop);
  if (![...add, ...drop].every(one => typeof one === 'string' && /^[A-Z_]+$/.test(one))) return undefined;
  fields.take(...path);
  const names = (list: typeof add) => list.length === 0 ? undefined : array(list.map(one => imported('cdk8s-plus-28', `Capability.${one}`)));
  const onlyAll = drop.length === 1 && drop[0] === 'ALL';
  const written = object({ drop: onlyAll ? undefined : names(drop), add: names(add) });
  return written.entries.length > 0 ? written : undefined;
}
