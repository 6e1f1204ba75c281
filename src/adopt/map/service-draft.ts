import { metadataOf } from './object-metadata';
import { addField } from './patches';
import { commentsOf } from './source-comments';
import { SystemDraft } from './system-draft';
import { writtenNamespace } from './systems';
import { TakenFields } from './taken-fields';
import { fieldExpression, withAllComments } from './with-comments';
import { Pods } from './workload-class';
import { listOf, ManifestObject, Service, ServicePort } from '../../manifest';
import { array, call, imported, instance, literal, name, object, Expression, Statement } from '../code';

/** Whether a Service leads to the pods of a workload and has nothing that props do not say. */
export function servesWorkload(service: Service, pods: Pods): boolean {
  return selectsWorkload(service, pods) && readFields(service).left().length === 0;
}

/** Whether a Service leads to the pods of a workload. */
export function selectsWorkload({ object: manifest, namespace, selector, ports }: Service, { workload, identity }: Pods): boolean {
  return namespace === workload.namespace && JSON.stringify(sorted(selector)) === JSON.stringify(sorted(identity))
    && ports.length > 0 && ports.length === listOf(manifest.get('spec', 'ports')).length;
}

/** Whether `exposeHttp` can render it: named ports that containers declare, the first one `http`. */
export function canBeExposed(service: Service, { workload }: Pods): boolean {
  const declared = new Set(workload.containers.flatMap(({ ports }) => ports.map(({ port }) => port)));
  return service.ports[0].name === 'http' && !service.headless && service.object.get('spec', 'publishNotReadyAddresses') !== true
    && service.ports.every(({ name: port, protocol, targetPort }) => port !== undefined && protocol === 'TCP' && declared.has(Number(targetPort)))
    && writtenNamespace(service.object) !== undefined;
}

/** `bot.exposeHttp({ … })`. */
export function exposed(service: Service, pods: Pods & { readonly variable: string }, fromNamespaces: readonly string[]): Statement {
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
  return { kind: 'expression', value: call(name(variable), 'exposeHttp', options), comments: commentsOf(manifest, []) };
}

/** `new kplus.Service(this, 'service', { … })`; without a selector for one whose workload sets that. */
export function plainService({ object: manifest, ports, headless }: Service, selector: Expression | undefined, draft: SystemDraft): Expression {
  const id = draft.ids.take(...draft.context.isOnlyOfKind(manifest) ? ['service'] : [], manifest.name, `${manifest.name}-service`);
  const early = manifest.get('spec', 'publishNotReadyAddresses');
  const props = object({
    metadata: metadataOf(manifest, draft.context),
    selector,
    clusterIP: headless ? literal('None') : undefined,
    publishNotReadyAddresses: early === true ? literal(true) : undefined,
    ports: portList(manifest, ports),
  });
  return instance(imported('cdk8s-plus-28', 'Service'), name('this'), literal(id), props);
}

/** The patches for what no prop of a Service says. */
export function patchesOf(service: Service): Expression[] {
  return readFields(service).left().map(field => addField(service.object, field));
}

const PROTOCOLS = new Set(['TCP', 'UDP', 'SCTP']);

/** The fields that props say. */
function readFields({ object: manifest, headless, ports }: Service): TakenFields {
  const fields = new TakenFields(manifest);
  for (const path of [['apiVersion'], ['kind'], ['spec', 'selector'], ['status']]) fields.take(...path);
  for (const field of ['name', 'namespace', 'labels', 'annotations']) fields.take('metadata', field);
  if (headless) fields.take('spec', 'clusterIP');
  if (manifest.get('spec', 'type') === 'ClusterIP') fields.take('spec', 'type');
  if (typeof manifest.get('spec', 'publishNotReadyAddresses') === 'boolean') fields.take('spec', 'publishNotReadyAddresses');
  for (const { index, targetPort, protocol } of ports) {
    const said = ['name', 'port', ...typeof targetPort === 'number' ? ['targetPort'] : [], ...PROTOCOLS.has(protocol) ? ['protocol'] : []];
    for (const field of said) fields.take('spec', 'ports', index, field);
  }
  return fields;
}

function portList(manifest: ManifestObject, ports: readonly ServicePort[]): Expression {
  return { kind: 'array', items: ports.map(port => withAllComments(manifest, ['spec', 'ports', port.index], { value: portProps(port) })) };
}

function portProps({ name: portName, port, protocol, targetPort }: ServicePort): Expression {
  return object({
    name: portName === undefined ? undefined : literal(portName),
    port: literal(port),
    targetPort: targetPort === port || typeof targetPort === 'string' ? undefined : literal(targetPort),
    protocol: protocol === 'TCP' || !PROTOCOLS.has(protocol) ? undefined : imported('cdk8s-plus-28', `Protocol.${protocol}`),
  });
}

function sorted(labels: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
}
