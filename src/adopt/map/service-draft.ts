import { commentsOf } from './source-comments';
import { SystemDraft } from './system-draft';
import { writtenNamespace } from './systems';
import { fieldExpression } from './with-comments';
import { WorkloadDraft } from './workload-draft';
import { fieldsOf, ManifestObject, objectOf, Service, ServicePort } from '../../manifest';
import { array, call, imported, instance, literal, name, object, Expression, Statement } from '../code';

/** The only fields that a Service may have to be one of the workload. */
const FIELDS = new Set(['selector', 'ports', 'type']);

/** Whether a Service leads to the pods of a workload and is nothing but that. */
export function servesWorkload(service: Service, { workload, identity }: WorkloadDraft): boolean {
  const spec = service.object.object('spec') ?? {};
  const ports = service.object.get('spec', 'ports');
  return service.namespace === workload.namespace
    && JSON.stringify(sorted(service.selector)) === JSON.stringify(sorted(identity))
    && Object.keys(spec).every(key => FIELDS.has(key)) && (spec.type === undefined || spec.type === 'ClusterIP')
    && fieldsOf(service.object.value).every(([key]) => ['apiVersion', 'kind', 'metadata', 'spec'].includes(key))
    && fieldsOf(service.object.object('metadata') ?? {}).every(([key]) => ['name', 'namespace', 'labels', 'annotations'].includes(key))
    && Array.isArray(ports) && ports.length === service.ports.length && ports.length > 0
    && ports.every(port => Object.keys(objectOf(port) ?? { other: 0 }).every(key => ['name', 'port', 'targetPort', 'protocol'].includes(key)))
    && service.ports.every(({ protocol, targetPort }) => protocol === 'TCP' && typeof targetPort === 'number');
}

/** Whether `exposeHttp` can render it: named ports that containers declare, the first one `http`. */
export function canBeExposed(service: Service, { workload }: WorkloadDraft): boolean {
  const declared = new Set(workload.containers.flatMap(({ ports }) => ports.map(({ port }) => port)));
  return service.ports[0].name === 'http' && service.ports.every(({ name: port, targetPort }) => port !== undefined && declared.has(Number(targetPort)))
    && writtenNamespace(service.object) !== undefined;
}

/** `bot.exposeHttp({ … })`. */
export function exposed(service: Service, { workload, identity, variable }: WorkloadDraft, fromNamespaces: readonly string[]): Statement {
  const { object: manifest, ports: [first, ...others] } = service;
  const labels = Object.entries(manifest.labels).filter(([key, value]) => identity[key] !== value);
  const options = object({
    port: first.port === 80 ? undefined : literal(first.port),
    targetPort: literal(first.targetPort),
    additionalPorts: others.length === 0 ? undefined : array(others.map(portProps)),
    serviceName: service.name === workload.name ? undefined : literal(service.name),
    annotations: manifest.get('metadata', 'annotations') === undefined ? undefined : fieldExpression(manifest, ['metadata', 'annotations']),
    labels: labels.length === 0 ? undefined : literal(Object.fromEntries(labels)),
    fromNamespaces: fromNamespaces.length === 0 ? undefined : array(fromNamespaces.map(one => literal(one))),
  });
  return { kind: 'expression', value: call(name(variable), 'exposeHttp', options), comments: commentsOf(manifest, []) };
}

/** `new kplus.Service(this, 'service', { … })`. */
export function plainService(service: Service, { variable }: WorkloadDraft, draft: SystemDraft): Statement {
  const { object: manifest } = service;
  const id = draft.ids.take(...draft.context.isOnlyOfKind(manifest) ? ['service'] : [], service.name, `${service.name}-service`);
  const props = object({
    metadata: metadataOf(manifest, draft),
    selector: name(variable),
    ports: array(service.ports.map(portProps)),
  });
  return { kind: 'expression', value: instance(imported('cdk8s-plus-28', 'Service'), name('this'), literal(id), props), comments: commentsOf(manifest, []) };
}

/** The name, labels and annotations of an object; the namespace where the chart has another. */
export function metadataOf(manifest: ManifestObject, { context }: SystemDraft): Expression {
  const own = writtenNamespace(manifest);
  const field = (key: string) => manifest.get('metadata', key) === undefined ? undefined : fieldExpression(manifest, ['metadata', key]);
  return object({
    name: literal(manifest.name),
    namespace: own === undefined || own === context.system.namespace ? undefined : literal(own),
    labels: field('labels'),
    annotations: field('annotations'),
  });
}

function portProps({ name: portName, port, targetPort }: ServicePort): Expression {
  return object({
    name: portName === undefined ? undefined : literal(portName),
    port: literal(port),
    targetPort: targetPort === port ? undefined : literal(targetPort),
  });
}

function sorted(labels: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
}
