import { metadataOf } from './object-metadata';
import { addFields, Patches } from './patches';
import { commentsOf } from './source-comments';
import { SystemDraft } from './system-draft';
import { writtenNamespace } from './systems';
import { TakenFields } from './taken-fields';
import { fieldExpression, propsWithComments, withAllComments } from './with-comments';
import { Pods } from './workload-class';
import { FieldPath, formatPath, listOf, ManifestObject, Service, ServicePort, textOf } from '../../manifest';
import { array, call, imported, instance, literal, name, object, Expression, Statement } from '../code';

/** Whether a Service leads to the pods of a workload, and is of a type that cdk8s-plus has. */
export function servesWorkload(service: Service, pods: Pods): boolean {
  return selectsWorkload(service, pods) && (TYPES.has(typeOf(service)) || typeOf(service) === USUAL_TYPE);
}

/** Whether a Service leads to the pods of a workload. */
export function selectsWorkload({ object: manifest, namespace, selector, ports }: Service, { workload, identity }: Pods): boolean {
  return namespace === workload.namespace && JSON.stringify(sorted(selector)) === JSON.stringify(sorted(identity))
    && ports.length > 0 && ports.length === listOf(manifest.get('spec', 'ports')).length;
}

/** A Service with the numbers of ports that it names, as containers of a workload declare them. */
export function withPortNumbers(service: Service, { workload }: Pods): Service {
  const declared = workload.containers.flatMap(({ ports }) => ports);
  const numberOf = ({ targetPort, protocol }: ServicePort) => declared.find(port => port.name === targetPort && port.protocol === protocol)?.port;
  return { ...service, ports: service.ports.map(port => ({ ...port, targetPort: numberOf(port) ?? port.targetPort })) };
}

/** The ports that a Service of the input names and whose numbers are known. */
export function portsByNumber({ object: manifest, ports }: Service): readonly ServicePort[] {
  return ports.filter(({ index, targetPort }) => typeof targetPort === 'number' && typeof manifest.get('spec', 'ports', index, 'targetPort') === 'string');
}

/** Whether `exposeHttp` can render it: named ports that containers declare, the first one `http`, and nothing for a patch. */
export function canBeExposed(service: Service, { workload }: Pods): boolean {
  const declared = new Set(workload.containers.flatMap(({ ports }) => ports.map(({ port }) => port)));
  return service.ports[0].name === 'http' && !service.headless && !TYPES.has(typeOf(service)) && service.object.get('spec', 'publishNotReadyAddresses') !== true
    && service.ports.every(({ name: port, protocol, targetPort }) => port !== undefined && protocol === 'TCP' && declared.has(Number(targetPort)))
    && writtenNamespace(service.object) !== undefined && readFields(service).left().length === 0;
}

/** Who is admitted to a Service beside its own namespace, and the policy that says so. */
export interface Admission {
  readonly policy: ManifestObject;
  readonly fromNamespaces: readonly string[];
}

/** The fields whose comments options of `exposeHttp` have. */
const EXPOSED_FIELDS: ReadonlyMap<string, FieldPath> = new Map([
  ['port', ['spec', 'ports', 0]],
  ['additionalPorts', ['spec', 'ports']],
  ['serviceName', ['metadata', 'name']],
  ['annotations', ['metadata', 'annotations']],
  ['labels', ['metadata', 'labels']],
]);

/** `bot.exposeHttp({ … })`. */
export function exposed(service: Service, pods: Pods & { readonly variable: string }, { policy, fromNamespaces }: Admission): Statement {
  const { identity, variable, workload } = pods;
  const { object: manifest, ports: [first, ...others] } = service;
  const labels = Object.entries(manifest.labels).filter(([key, value]) => identity[key] !== value);
  const options = object({
    port: first.port === 80 ? undefined : literal(first.port),
    targetPort: literal(first.targetPort),
    additionalPorts: others.length === 0 ? undefined : portList(manifest, others),
    serviceName: service.name === workload.name ? undefined : literal(service.name),
    annotations: manifest.get('metadata', 'annotations') === undefined ? undefined : fieldExpression(manifest, ['metadata', 'annotations']),
    labels: labels.length === 0 ? undefined : literal(Object.fromEntries(labels)),
    fromNamespaces: fromNamespaces.length === 0 ? undefined : array(fromNamespaces.map(one => literal(one))),
  });
  const props = { ...options, entries: propsWithComments(manifest, EXPOSED_FIELDS, options.entries) };
  return { kind: 'expression', value: call(name(variable), 'exposeHttp', props), comments: [service.object, policy].flatMap(one => commentsOf(one, [])) };
}

/** `new kplus.Service(this, 'service', { … })`; without a selector for one whose workload sets that. */
export function plainService(service: Service, selector: Expression | undefined, draft: SystemDraft): Expression {
  const { object: manifest, ports, headless } = service;
  const type = typeOf(service);
  const id = draft.ids.take(...draft.context.isOnlyOfKind(manifest) ? ['service'] : [], manifest.name, `${manifest.name}-service`);
  const early = manifest.get('spec', 'publishNotReadyAddresses');
  const props = object({
    metadata: metadataOf(manifest, draft.context),
    selector,
    type: TYPES.has(type) ? imported('cdk8s-plus-28', `ServiceType.${TYPES.get(type)}`) : undefined,
    clusterIP: headless ? literal('None') : undefined,
    publishNotReadyAddresses: early === true ? literal(true) : undefined,
    ports: portList(manifest, ports),
  });
  const entries = propsWithComments(manifest, FIELD_OF_PROP, props.entries);
  return instance(imported('cdk8s-plus-28', 'Service'), name('this'), literal(id), { ...props, entries });
}

/** The fields whose comments props have. */
const FIELD_OF_PROP: ReadonlyMap<string, FieldPath> = new Map([
  ['metadata', ['metadata']],
  ...['selector', 'type', 'clusterIP', 'publishNotReadyAddresses', 'ports'].map((field): [string, FieldPath] => [field, ['spec', field]]),
]);

/** The same for pods of which the chart has no workload; a text says why it cannot be one of cdk8s-plus. */
export function looseService(service: Service, draft: SystemDraft): Expression | string {
  const left = readFields(service).left();
  if (service.ports.length === 0) return 'it has no ports';
  if (left.length > 0) return `its construct cannot say ${left.map(({ path }) => formatPath(path)).join(', ')}`;
  return plainService(service, Object.keys(service.selector).length > 0 ? podsOf(service, draft) : undefined, draft);
}

function podsOf({ name: ofService, object: manifest }: Service, { ids }: SystemDraft): Expression {
  const labels = object({ labels: fieldExpression(manifest, ['spec', 'selector']) });
  return call(imported('cdk8s-plus-28', 'Pods'), 'select', name('this'), literal(ids.take(`${ofService}-pods`)), labels);
}

/** The patches for what no prop of a Service says. */
export function patchesOf(service: Service): Patches {
  return addFields(service.object, readFields(service).left());
}

const PROTOCOLS = new Set(['TCP', 'UDP', 'SCTP']);

const USUAL_TYPE = 'ClusterIP';

/** The types of Services that cdk8s-plus has beside its usual one. */
const TYPES: ReadonlyMap<string, string> = new Map([['LoadBalancer', 'LOAD_BALANCER'], ['NodePort', 'NODE_PORT']]);

function typeOf({ object: manifest }: Pick<Service, 'object'>): string {
  return textOf(manifest.get('spec', 'type')) ?? USUAL_TYPE;
}

/** The fields that props say. */
function readFields(service: Service): TakenFields {
  const { object: manifest, headless, ports } = service;
  const isOpen = TYPES.has(typeOf(service));
  const fields = new TakenFields(manifest);
  for (const path of [['apiVersion'], ['kind'], ['spec', 'selector'], ['status']]) fields.take(...path);
  for (const field of ['name', 'namespace', 'labels', 'annotations']) fields.take('metadata', field);
  if (headless) fields.take('spec', 'clusterIP');
  if (isOpen || typeOf(service) === USUAL_TYPE) fields.take('spec', 'type');
  if (typeof manifest.get('spec', 'publishNotReadyAddresses') === 'boolean') fields.take('spec', 'publishNotReadyAddresses');
  for (const { index, targetPort, protocol } of ports) {
    const said = ['name', 'port', ...isOpen ? ['nodePort'] : [], ...typeof targetPort === 'number' ? ['targetPort'] : [], ...PROTOCOLS.has(protocol) ? ['protocol'] : []];
    for (const field of said) fields.take('spec', 'ports', index, field);
  }
  return fields;
}

function portList(manifest: ManifestObject, ports: readonly ServicePort[]): Expression {
  return { kind: 'array', items: ports.map(port => withAllComments(manifest, ['spec', 'ports', port.index], { value: portProps(manifest, port) })) };
}

function portProps(manifest: ManifestObject, { index, name: portName, port, protocol, targetPort }: ServicePort): Expression {
  const nodePort = manifest.get('spec', 'ports', index, 'nodePort');
  return object({
    name: portName === undefined ? undefined : literal(portName),
    port: literal(port),
    targetPort: targetPort === port || typeof targetPort === 'string' ? undefined : literal(targetPort),
    nodePort: typeof nodePort === 'number' && TYPES.has(typeOf({ object: manifest })) ? literal(nodePort) : undefined,
    protocol: protocol === 'TCP' || !PROTOCOLS.has(protocol) ? undefined : imported('cdk8s-plus-28', `Protocol.${protocol}`),
  });
}

function sorted(labels: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
}
