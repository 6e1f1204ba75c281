import { ManifestSet, numberOf, Service, ServicePort, textOf, Workload } from '../manifest';
import { Link, LinkReason } from './answer';
import { someOf, titleOf, titleOfPods } from './phrases';
import { Pods } from './pods';
import { Protocol } from './port-rule';

/** Pods behind a Service, and the port on which they are reached. */
export interface Target {
  readonly pods: Pods;

  /** Undefined where it is not known. */
  readonly port?: number;
}

/** What a Service leads to. */
export interface Endpoints {
  /** One for the Service, and one for its pods where it serves the port. */
  readonly links: readonly Link[];

  /** Empty where nothing is known of the pods. */
  readonly targets: readonly Target[];
}

/** What a Service is asked for. */
export interface ServiceRequest {
  readonly service: Service;
  readonly port: number;
  readonly protocol: Protocol;

  /** Name of one of its pods. */
  readonly pod?: string;
}

/** What lies behind Services. */
export interface ServiceContext {
  readonly set: ManifestSet;
  workloadsOf(service: Service): readonly Workload[];
  podsOf(workload: Workload): Pods;

  /** Whether an autoscaler decides how many pods a workload has. */
  isScaled(workload: Workload): boolean;

  /** The pods that a Service stands for whose workload is not known. */
  podsBehind(service: Service): Pods;
}

/** Follows a Service with a port to its pods. */
export function endpointsOf(request: ServiceRequest, context: ServiceContext): Endpoints {
  const { service, port, protocol } = request;
  const title = titleOf(service.object);
  const entry = service.ports.find(one => one.port === port && one.protocol === protocol);
  if (!service.headless && !entry) return { links: [portLink(request)], targets: [] };
  const served: Link = {
    kind: 'service',
    verdict: 'allowed',
    reason: 'open',
    text: service.headless ? `${title} is headless: its name leads to the pods, on any port` : `${title} serves ${protocol} ${port}`,
    place: entry ? service.object.at('spec', 'ports', entry.index) : service.object.at('spec', 'clusterIP'),
  };
  const { link, targets } = podsLink(request, entry, context);
  return { links: [served, link], targets };
}

/** Tells why a Service does not serve a port. */
function portLink({ service, port, protocol }: ServiceRequest): Link {
  const title = titleOf(service.object);
  const place = service.object.at('spec', 'ports');
  const behind = service.ports.find(({ targetPort, protocol: one }) => targetPort === port && one === protocol);
  if (behind) {
    return {
      kind: 'service',
      verdict: 'blocked',
      reason: 'pod-port-used',
      place: service.object.at('spec', 'ports', behind.index),
      text: `${title} serves ${protocol} ${behind.port}; ${port} is the port of the pods behind it`,
      fix: `write port ${behind.port}`,
    };
  }
  const ports = service.ports.map(one => `${one.protocol} ${one.port}`);
  return {
    kind: 'service',
    verdict: 'blocked',
    reason: 'port-not-served',
    place,
    text: `${title} does not serve ${protocol} ${port}; it serves ${someOf(ports, 5) || 'no port'}`,
    fix: service.ports.length === 1 ? `write port ${service.ports[0].port}, or add the port to the Service` : 'write one of its ports, or add the port to the Service',
  };
}

type MakeLink = (verdict: Link['verdict'], reason: LinkReason, text: string, fix?: string) => Link;

function podsLink(request: ServiceRequest, entry: ServicePort | undefined, context: ServiceContext): { link: Link; targets: Target[] } {
  const { service } = request;
  const title = titleOf(service.object);
  if (request.pod !== undefined && !service.headless) return { link: noPodLink(request, []), targets: [] };
  const link: MakeLink = (verdict, reason, text, fix) =>
    ({ kind: 'pods', verdict, reason, text, fix, place: service.object.at('spec', 'selector') });
  if (Object.keys(service.selector).length === 0) {
    return { link: link('unknown', 'not-known', `${title} has no selector; somebody else makes its endpoints`), targets: [] };
  }
  const workloads = lasting(context.workloadsOf(service));
  if (workloads.length === 0) {
    if (context.set.closedWorld) return { link: link('blocked', 'no-pods', `${title} selects no pods`, 'write the labels of the pods'), targets: [] };
    const pods = context.podsBehind(service);
    const port = targetNumber(request, entry);
    if (port === undefined) {
      return { link: link('unknown', 'not-known', `which port ${entry!.targetPort} is for the pods behind ${title} is not known`, 'give their workload'), targets: [{ pods }] };
    }
    return { link: link('allowed', 'open', `${title} stands for pods that no manifest shows, on port ${port}`), targets: [{ pods, port }] };
  }
  const named = request.pod === undefined ? workloads : workloads.filter(workload => mayHavePod(workload, request.pod!, service, context));
  if (named.length === 0) return { link: noPodLink(request, workloads), targets: [] };
  return realPodsLink(request, entry, named.map(workload => context.podsOf(workload)), link);
}

function realPodsLink(
  request: ServiceRequest, entry: ServicePort | undefined, pods: readonly Pods[], link: MakeLink,
): { link: Link; targets: Target[] } {
  const { service, protocol } = request;
  const titles = someOf(pods.map(titleOfPods));
  const targets = pods.flatMap((one): Target[] => portsAt(one, request, entry).map(number => ({ pods: one, port: number })));
  if (targets.length === 0) {
    return {
      targets,
      link: {
        ...link('blocked', 'target-port-missing', `no container of ${titles} declares a ${protocol} port ${entry!.targetPort}`, `name a containerPort ${entry!.targetPort}, or write its number in the Service`),
        place: service.object.at('spec', 'ports', entry!.index, 'targetPort'),
      },
    };
  }
  const told = service.headless && entry ? untranslatedLink(request, entry, pods, link) : undefined;
  return { targets, link: told ?? link('allowed', 'open', `its pods: ${titles}, on port ${targets[0].port}`) };
}

/** Tells that the pods of a headless Service listen on another port than the one asked for, where they are known to. */
function untranslatedLink({ service, port, protocol }: ServiceRequest, entry: ServicePort, pods: readonly Pods[], link: MakeLink): Link | undefined {
  const declares = ({ ports = [] }: Pods, number: number | undefined): boolean =>
    ports.some(declared => declared.port === number && declared.protocol === protocol);
  const numbers = pods.map(one => numberAt(one, entry.targetPort, protocol));
  const known = new Set(numbers.flatMap(number => number ?? []));
  if (known.size === 0 || known.has(port) || pods.some(one => declares(one, port))) return undefined;
  const text = `${titleOf(service.object)} is headless, so that its port ${port} is not translated to ${entry.targetPort}`;
  const told = pods.every((one, i) => declares(one, numbers[i]))
    ? link('blocked', 'port-not-served', `${text}, on which the pods listen`, `write port ${[...known].join(' or ')}`)
    : link('unknown', 'not-known', `${text}; on which of the two the pods listen is not known`, 'write the port of the pods, and declare it in their containers');
  return { ...told, place: service.object.at('spec', 'ports', entry.index) };
}

/** The numbers of the port at these pods; none where they have no port of the name. */
function portsAt(pods: Pods, { service, port, protocol }: ServiceRequest, entry: ServicePort | undefined): number[] {
  const number = service.headless || !entry ? port : numberAt(pods, entry.targetPort, protocol);
  return number === undefined ? [] : [number];
}

/** Undefined for a name that the pods are not known to give to a port. */
export function numberAt({ ports = [] }: Pods, target: number | string, protocol: Protocol): number | undefined {
  return typeof target === 'number' ? target : ports.find(one => one.name === target && one.protocol === protocol)?.port;
}

function targetNumber({ service, port }: ServiceRequest, entry: ServicePort | undefined): number | undefined {
  if (service.headless || !entry) return port;
  return typeof entry.targetPort === 'number' ? entry.targetPort : undefined;
}

/** Without the pods of Jobs, where others remain. */
function lasting(workloads: readonly Workload[]): readonly Workload[] {
  const lasts = workloads.filter(({ finite }) => !finite);
  return lasts.length > 0 ? lasts : workloads;
}

/** Whether a pod of the workload has this name behind the Service. */
function mayHavePod(workload: Workload, pod: string, service: Service, context: ServiceContext): boolean {
  const { kind, name, object, podSpec } = workload;
  if (textOf(podSpec.hostname) === pod && textOf(podSpec.subdomain) === service.name) return true;
  if (kind !== 'StatefulSet' || object.get('spec', 'serviceName') !== service.name) return false;
  const ordinal = pod.startsWith(`${name}-`) ? pod.slice(name.length + 1) : '';
  return /^(0|[1-9]\d*)$/.test(ordinal) && (context.isScaled(workload) || isInOrdinals(workload, Number(ordinal)));
}

/** Whether a StatefulSet that writes its replicas counts so far. */
function isInOrdinals({ object }: Workload, ordinal: number): boolean {
  const replicas = numberOf(object.get('spec', 'replicas'));
  const start = numberOf(object.get('spec', 'ordinals', 'start')) ?? 0;
  return start <= ordinal && (replicas === undefined || ordinal < start + replicas);
}

function noPodLink({ service, pod }: ServiceRequest, workloads: readonly Workload[]): Link {
  const title = titleOf(service.object);
  return {
    kind: 'pods',
    verdict: 'blocked',
    reason: 'no-pod-name',
    place: service.object.at('spec', service.headless ? 'selector' : 'clusterIP'),
    text: service.headless
      ? `no pod behind ${title} has the name ${pod}; behind it are ${someOf(workloads.map(titleOfPods))}`
      : `${title} is not headless, so that the pods behind it have no names`,
    fix: service.headless ? 'write the name of a pod of a StatefulSet whose serviceName is this Service' : 'write the name of the Service, or that of a headless one',
  };
}
