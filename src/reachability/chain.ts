import { Service, Workload } from '../manifest';
import { Answer, Link } from './answer';
import { Cluster } from './cluster';
import { decide, Flow } from './decide';
import { Destination } from './destination';
import { endpointsOf } from './endpoints-of-service';
import { Ip } from './ip';
import { nameLink } from './name-link';
import { End } from './peer';
import { titleOf, titleOfPods } from './phrases';
import { Pods, portsOfPods } from './pods';
import { policyLink } from './policy-link';
import { parseProtocol, Protocol } from './port-rule';
import { isPublic } from './public-addresses';
import { Resolution, resolveAbsoluteName, resolveName, ServiceName } from './resolve-name';
import { serviceMissingLink } from './service-missing';
import { withUnevaluated } from './unevaluated-policies';
import { worst } from './worst';

/** A request on its way: who asks, and the port that the URL names. */
interface Request {
  readonly cluster: Cluster;
  readonly from: Workload;
  readonly port: number;
  readonly protocol: Protocol;

  /** The link of the names. */
  dns(): Link;
}

/** Whether a workload reaches a destination, link by link. */
export function chain(cluster: Cluster, from: Workload, to: Destination, dns: () => Link): Answer {
  const request: Request = { cluster, from, port: to.port, protocol: parseProtocol(to.protocol) ?? 'TCP', dns };
  const links = to.host === undefined ? linksToSecretHost(request) : linksToHost(request, to.host);
  const deciding = worst(links);
  return { verdict: deciding.verdict, links, deciding };
}

function linksToSecretHost(request: Request): Link[] {
  const { port } = request;
  const name: Link = { kind: 'name', verdict: 'unknown', reason: 'not-known', text: `the address comes from a Secret; only its port ${port} is known` };
  return [name, request.dns(), egressLink(request, { type: 'anything' }, port)];
}

function linksToHost(request: Request, host: string): Link[] {
  const { cluster, from } = request;
  const resolution = resolveName(host, from, cluster.names);
  const link = resolution.type === 'own-pod' ? ownPodLink(host, request) : nameLink(host, resolution, from, cluster.names);
  return [link, ...linksTo(request, resolution)];
}

/** A port of the pod itself, which policies do not close. */
function ownPodLink(host: string, { from, port, protocol }: Request): Link {
  const text = `${host} is the pod itself`;
  const declared = portsOfPods(from).some(one => one.port === port && one.protocol === protocol);
  if (declared) return { kind: 'name', verdict: 'allowed', reason: 'open', text };
  return {
    kind: 'name',
    verdict: 'unknown',
    reason: 'not-known',
    text: `${text}, and no container of it declares port ${port}`,
    fix: 'write the name of a Service, or declare the port in the container that serves it',
  };
}

function linksTo(request: Request, resolution: Resolution): Link[] {
  const { port } = request;
  switch (resolution.type) {
    case 'own-pod':
    case 'no-name':
    case 'not-found': return [];
    case 'host': return [request.dns(), egressLink(request, { type: 'host' }, port)];
    case 'ambiguous':
    case 'other-search':
    case 'other-zone':
    case 'other-servers': return [request.dns(), egressLink(request, { type: 'anything' }, undefined)];
    case 'address': return linksToAddress(request, resolution.ip, resolution.by === 'dns' ? [request.dns()] : []);
    case 'service': return linksToService(request, resolution.service);
  }
}

function linksToAddress(request: Request, ip: Ip, dns: readonly Link[]): Link[] {
  const service = request.cluster.serviceWithAddress(ip);
  if (!service) return [...dns, egressLink(request, { type: 'address', ip, outside: isPublic(ip) }, request.port)];
  return linksBehind(request, service, undefined, dns);
}

function linksToService(request: Request, name: ServiceName, before: readonly Service[] = []): Link[] {
  const { cluster } = request;
  const dns = request.dns();
  const service = cluster.set.service(name.namespace, name.name);
  if (!service) {
    const missing = serviceMissingLink(cluster, name, request);
    // How to admit what does not exist is no help.
    if (missing.verdict === 'blocked') return [missing, dns];
    const pods = cluster.podsBehind({ ...name, selector: {} });
    return [missing, dns, egressLink(request, { type: 'pods', pods }, undefined)];
  }
  if (service.externalName === undefined) return linksBehind(request, service, name.pod, [dns]);
  const resolution = resolveAbsoluteName(service.externalName, service.namespace, cluster.names);
  const link = externalNameLink(service, service.externalName, resolution, before.includes(service), cluster.zone);
  if (link.verdict === 'blocked') return [link];
  if (resolution.type === 'service') return [link, ...linksToService(request, resolution.service, [...before, service])];
  return [link, ...linksTo(request, resolution)];
}

function externalNameLink({ object }: Service, externalName: string, { type }: Resolution, isCircle: boolean, zone: string): Link {
  const text = `${titleOf(object)} stands for ${externalName}`;
  const base = { kind: 'service', place: object.at('spec', 'externalName') } as const;
  const fix = `write the full name of a Service, service.namespace.svc.${zone}, or a host that DNS knows`;
  if (isCircle) return { ...base, verdict: 'blocked', reason: 'service-missing', text: `${text}, which leads in a circle`, fix };
  switch (type) {
    case 'no-name':
      return { ...base, verdict: 'blocked', reason: 'service-missing', text: `${text}, which is no name that DNS knows: it is looked up as it is written, without a search list`, fix };
    case 'ambiguous':
    case 'other-zone': {
      return { ...base, verdict: 'unknown', reason: 'not-known', text: `${text}; whether DNS knows that name as it is written is not known`, fix };
    }
    default:
      return { ...base, verdict: 'allowed', reason: 'external', text };
  }
}

function linksBehind(request: Request, service: Service, pod: string | undefined, dns: readonly Link[]): Link[] {
  const { cluster, port, protocol } = request;
  const { links, targets } = endpointsOf({ service, port, protocol, pod }, cluster);
  if (targets.length === 0) {
    const stopped = links.some(({ verdict }) => verdict === 'blocked');
    return [...links, ...dns, ...stopped ? [] : [egressLink(request, { type: 'anything' }, undefined)]];
  }
  const reached = targets.map(target => flowLinks(request, target.pods, target.port));
  return [...links, ...dns, worst(reached.map(({ egress }) => egress)), worst(reached.map(({ ingress }) => ingress))];
}

/** The links to pods on a port of theirs. */
function flowLinks(request: Request, pods: Pods, port: number | undefined): { egress: Link; ingress: Link } {
  const { cluster, from } = request;
  const source = cluster.podsOf(from);
  if (pods.workload === from && isAlone(from, cluster)) {
    const text = `${titleOfPods(source)} reaches itself, whatever the policies`;
    return { egress: { kind: 'egress', verdict: 'allowed', reason: 'open', text }, ingress: { kind: 'ingress', verdict: 'allowed', reason: 'open', text } };
  }
  return {
    egress: egressLink(request, { type: 'pods', pods }, port),
    ingress: decided(request, { direction: 'ingress', subject: pods, other: { type: 'pods', pods: source }, protocol: request.protocol, port }),
  };
}

function egressLink(request: Request, other: End, port: number | undefined): Link {
  const { cluster, from, protocol } = request;
  return decided(request, { direction: 'egress', subject: cluster.podsOf(from), other, protocol, port });
}

function decided({ cluster, port }: Request, flow: Flow): Link {
  const decision = decide(flow, cluster.policySet.of(flow.subject, flow.direction));
  return withUnevaluated(policyLink(decision, port), decision, cluster.unevaluated);
}

/** Whether the workload has one pod only. */
function isAlone(workload: Workload, cluster: Cluster): boolean {
  const { kind, object, templatePath } = workload;
  if (kind === 'DaemonSet' || cluster.isScaled(workload)) return false;
  const specPath = templatePath.slice(0, -1);
  return ['replicas', 'parallelism'].every((field) => {
    const count = templatePath.length === 0 ? undefined : object.get(...specPath, field);
    return count === undefined || count === null || count === 1;
  });
}
