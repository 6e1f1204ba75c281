import { carries } from './workload-class';
import { EgressRule, ExternalHost, HttpsApi, IEndpoint, NatsScheme, NatsServer, OtlpCollector, OtlpProtocol, Redis, ServiceEndpoint } from '../../address';
import { isPrivateName } from '../../address/private/private-name';
import { ManifestSet, Service, ServicePort } from '../../manifest';
import { array, call, Expression, imported, literal, object } from '../code';

/** An endpoint as it is to be written, with what it comes to. */
export interface EndpointDraft {
  readonly expression: Expression;

  /** The value of the URL's variable or key; undefined where there is none. */
  readonly url?: string;
  readonly egress: readonly EgressRule[];
  readonly needsDns: boolean;

  /** Whether it names the variables of its clients by itself. */
  readonly givesVariables: boolean;
}

/** An address, as text holds it. */
interface Address {
  readonly scheme: string;
  readonly host: string;
  readonly port?: number;
  readonly path: string;
}

type Fields = Readonly<Record<string, Expression | undefined>>;
type Scalar = string | number | boolean;
type Props = Readonly<Record<string, Scalar | Readonly<Record<string, string>> | undefined>>;

/** Where names of an address are looked up. */
export interface EndpointContext {
  readonly set: ManifestSet;
  readonly zone: string;

  /** The namespace in which a short name is asked for. */
  readonly namespace: string;
}

/** The endpoint that a URL names, if there is one of the library for it; `key` is the variable or key that holds it. */
export function endpointOfUrl(text: string, key: string, context: EndpointContext): EndpointDraft | undefined {
  const address = readAddress(text);
  if (!address || (address.scheme !== 'https' && mayBeEither(address.host, context))) return undefined;
  const service = readService(address.host, context);
  if (!service && isPrivateName(address.host)) return undefined;
  try {
    return service ? serviceEndpoint(address, key, service, context) : externalEndpoint(address);
  } catch {
    // What the library refuses is no endpoint of it.
    return undefined;
  }
}

/** Where no variable says that NATS is meant, `ws` and `tls` may be for anything. */
const SCHEMES_OF_ONE_PROTOCOL: ReadonlySet<string> = new Set(['nats', 'redis']);

/** The endpoint that a URL names, for who has the URL already: it gives no variable. */
export function reachOfUrl(text: string, context: EndpointContext): EndpointDraft | undefined {
  const endpoint = endpointOfUrl(text, '', context);
  if (!endpoint?.givesVariables) return endpoint;
  const { scheme, host } = readAddress(text)!;
  if (!SCHEMES_OF_ONE_PROTOCOL.has(scheme)) return reachOfHost(host, Number(/:(\d+)$/.exec(endpoint.url!)![1]), context);
  const { entries } = object({ variables: array([]) });
  return { ...endpoint, expression: { kind: 'object', spread: endpoint.expression, entries } };
}

/** The endpoint for a server of which host and port are known apart. */
export function reachOfHost(written: string, port: number, context: EndpointContext): EndpointDraft | undefined {
  const host = written.toLowerCase().replace(/\.$/, '');
  if (mayBeEither(host, context)) return undefined;
  const service = readService(host, context);
  if (!service && isPrivateName(host)) return undefined;
  try {
    if (!service) return draft(ExternalHost.of({ host, port }), 'ExternalHost', 'of', { host, port });
    const props = { ...service, port, ...podsBehind(context.set.service(service.namespace, service.service), port, context.set) };
    return draft(ServiceEndpoint.tcp(props), 'ServiceEndpoint', 'tcp', props);
  } catch {
    // What the library refuses is no endpoint of it.
    return undefined;
  }
}

/** The NATS server behind a Service. */
export function natsServer(service: string, namespace: string, context: EndpointContext): EndpointDraft | undefined {
  return endpointOfUrl(`nats://${service}.${namespace}.svc.${context.zone}:4222`, 'NATS_URL', context);
}

function readAddress(text: string): Address | undefined {
  const [, scheme, host, port, path] = /^([a-z][a-z0-9+.-]*):\/\/([A-Za-z0-9.-]+)(?::(\d{1,5}))?(\/[^?#\s]*)?$/.exec(text) ?? [];
  if (scheme === undefined) return undefined;
  return { scheme, host: host.toLowerCase().replace(/\.$/, ''), port: port === undefined ? undefined : Number(port), path: path ?? '' };
}

interface ServiceName {
  readonly service: string;
  readonly namespace: string;
  readonly zone?: string;
}

function readService(host: string, { set, zone, namespace }: EndpointContext): ServiceName | undefined {
  const labels = host.split('.');
  if (labels.length === 1) return { service: labels[0], namespace };
  if (labels[2] === 'svc') {
    const written = labels.slice(3).join('.') || zone;
    return { service: labels[0], namespace: labels[1], ...(written === 'cluster.local' ? {} : { zone: written }) };
  }
  return isNamed(labels, set) ? { service: labels[0], namespace: labels[1] } : undefined;
}

/** Whether nobody knows if a name such as `nats.messaging` is that of a Service, or of a host outside. */
function mayBeEither(host: string, { set }: EndpointContext): boolean {
  const labels = host.split('.');
  return labels.length === 2 && !set.hasState && !isNamed(labels, set);
}

function isNamed(labels: readonly string[], set: ManifestSet): boolean {
  return labels.length === 2 && (set.service(labels[1], labels[0]) !== undefined || set.find('Namespace', '', labels[1]) !== undefined);
}

function serviceEndpoint(address: Address, key: string, name: ServiceName, { set }: EndpointContext): EndpointDraft | undefined {
  const { scheme, path } = address;
  const service = set.service(name.namespace, name.service);
  const propsAt = (port: number) => ({ ...name, ...podsBehind(service, port, set) });
  if (['nats', 'tls', 'ws', 'wss'].includes(scheme)) {
    if (path.replace('/', '') !== '' || (scheme.startsWith('ws') && address.port === undefined)) return undefined;
    const port = address.port ?? 4222;
    const props = { ...propsAt(port), ...(port === 4222 ? {} : { port }) };
    const made = NatsServer.of({ ...props, scheme: scheme as NatsScheme });
    const schemeName = scheme === 'nats' ? undefined : imported('cdk8s-petrosa', `NatsScheme.${scheme.toUpperCase()}`);
    return draft(made, 'NatsServer', 'of', props, { scheme: schemeName });
  }
  if (scheme === 'redis' && path === '') {
    const port = address.port ?? 6379;
    const props = { ...propsAt(port), ...(port === 6379 ? {} : { port }) };
    return draft(Redis.of(props), 'Redis', 'of', props);
  }
  if (scheme !== 'http') return undefined;
  const port = address.port ?? 80;
  if (key === 'OTEL_EXPORTER_OTLP_ENDPOINT' && path === '' && (port === 4317 || port === 4318)) {
    const protocol = port === 4318 ? OtlpProtocol.HTTP : undefined;
    const protocolName = protocol && imported('cdk8s-petrosa', 'OtlpProtocol.HTTP');
    return draft(OtlpCollector.of({ ...propsAt(port), protocol }), 'OtlpCollector', 'of', propsAt(port), { protocol: protocolName });
  }
  const props = { ...name, port, ...podsBehind(service, port, set), ...(path === '' ? {} : { path }) };
  return draft(ServiceEndpoint.http(props), 'ServiceEndpoint', 'http', props);
}

/** Schemes of servers outside that clients are told by a URL. */
const STANDARD_PORTS: ReadonlyMap<string, number> = new Map([
  ['http', 80],
  ['mongodb', 27017],
  ['mysql', 3306],
  ['postgres', 5432],
  ['postgresql', 5432],
  ['redis', 6379],
  ['ws', 80],
  ['wss', 443],
]);

function externalEndpoint({ scheme, host, port, path }: Address): EndpointDraft | undefined {
  const standard = STANDARD_PORTS.get(scheme);
  if (scheme !== 'https') {
    if (!standard) return undefined;
    const props = { host, port: port ?? standard, scheme };
    return draft(ExternalHost.of(props), 'ExternalHost', 'of', props);
  }
  const made = HttpsApi.of(host, { port, path });
  const options = { ...(port === undefined || port === 443 ? {} : { port }), ...(path === '' ? {} : { path }) };
  const args = Object.keys(options).length > 0 ? [propsExpression(options)] : [];
  return { ...partsOf(made), expression: call(imported('cdk8s-petrosa', 'HttpsApi'), 'of', literal(host), ...args) };
}

/** What is not as the Service's own port and namespace say by themselves. */
function podsBehind(service: Service | undefined, port: number, set: ManifestSet): { podPort?: number; podLabels?: Record<string, string> } {
  const entry = service?.ports.find(one => one.port === port && one.protocol === 'TCP');
  const podPort = service && entry && podPortOf(service, entry, set);
  return {
    ...(podPort === undefined || podPort === port ? {} : { podPort }),
    ...(service && Object.keys(service.selector).length > 0 ? { podLabels: { ...service.selector } } : {}),
  };
}

/** The number of a target port; a name is that of a container's port. */
export function podPortOf(service: Service, { targetPort }: ServicePort, set: ManifestSet): number | undefined {
  if (typeof targetPort === 'number') return targetPort;
  return set.workloads.filter(({ namespace, podLabels }) => namespace === service.namespace && carries(podLabels, service.selector))
    .flatMap(({ containers }) => containers.flatMap(({ ports }) => ports)).find(({ name }) => name === targetPort)?.port;
}

function draft(made: IEndpoint, of: string, method: string, props: Props, further: Fields = {}): EndpointDraft {
  const written = object({ ...expressionsOf(props), ...further });
  return { ...partsOf(made), expression: call(imported('cdk8s-petrosa', of), method, written) };
}

function partsOf({ url, egress, needsDns, variables }: IEndpoint): Omit<EndpointDraft, 'expression'> {
  return { url, egress, needsDns, givesVariables: variables.length > 0 };
}

function propsExpression(props: Props): Expression {
  return object(expressionsOf(props));
}

function expressionsOf(props: Props): Record<string, Expression | undefined> {
  return Object.fromEntries(Object.entries(props).map(([prop, value]) => [prop, value === undefined ? undefined : literal(value)]));
}
