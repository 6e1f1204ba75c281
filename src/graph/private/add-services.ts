import { resolvedNode } from './add-needs';
import { GraphParts } from './graph-parts';
import { ingressNode, serviceNode, workloadNode } from './nodes';
import { Service } from '../../manifest';
import { resolveAbsoluteName } from '../../reachability';
import { Facts } from '../../verify';
import { ingressBackends } from '../../verify/rules/private/ingress-backends';
import { GraphEdge } from '../graph';

/** Adds the linted Ingresses with their Services, and what stands behind each Service that is linted or reached. */
export function addServices(facts: Facts, parts: GraphParts): void {
  addIngresses(facts, parts);
  for (const { kind, namespace, name } of facts.objects) {
    if (kind === 'Service' && facts.set.service(namespace, name)) parts.node(serviceNode({ namespace, name }, facts.set));
  }
  const followed = new Set<string>();
  for (let left = servicesIn(parts); left.length > 0; left = servicesIn(parts).filter(({ id }) => !followed.has(id))) {
    for (const { id, namespace, name } of left) {
      followed.add(id);
      const service = facts.set.service(namespace, name);
      if (service) addTargets(id, service, facts, parts);
    }
  }
}

function servicesIn(parts: GraphParts): { id: string; namespace: string; name: string }[] {
  return parts.all().flatMap(({ kind, id, namespace = '', name }) => (kind === 'service' || kind === 'nats' ? [{ id, namespace, name }] : []));
}

function addTargets(from: string, service: Service, facts: Facts, parts: GraphParts): void {
  const base = { from, kind: 'leads', names: [], texts: [] } as const;
  for (const workload of facts.network.workloadsOf(service)) parts.edge({ ...base, to: parts.node(workloadNode(workload)).id });
  if (service.externalName === undefined) return;
  const resolution = resolveAbsoluteName(service.externalName, service.namespace, facts.network.names);
  parts.edge({ ...base, to: parts.node(resolvedNode(service.externalName, resolution, 'server', facts)).id });
}

function addIngresses(facts: Facts, parts: GraphParts): void {
  for (const object of facts.objects) {
    if (object.kind !== 'Ingress') continue;
    const from = parts.node(ingressNode(object)).id;
    for (const { service, port } of ingressBackends(object)) {
      const to = parts.node(serviceNode({ namespace: object.namespace, name: service }, facts.set)).id;
      parts.edge({ from, to, kind: 'routes', what: 'HTTP', port, names: [], ...verdictOf(object.namespace, service, port, facts) });
    }
  }
}

/** An Ingress without a Service or port answers 503; whether the controller reaches the pods is not asked. */
function verdictOf(
  namespace: string, name: string, port: number | string | undefined, { set }: Facts,
): Pick<GraphEdge, 'verdict' | 'decided' | 'texts'> {
  if (set.presence('Service', namespace, name) === 'absent') {
    return { verdict: 'blocked', decided: { by: 'service', reason: 'service-missing' }, texts: [`Service ${namespace}/${name} does not exist`] };
  }
  const service = set.service(namespace, name);
  if (!service || port === undefined || service.ports.some(served => served.port === port || served.name === port)) return { texts: [] };
  return { verdict: 'blocked', decided: { by: 'service', reason: 'port-not-served' }, texts: [`Service ${namespace}/${name} has no port ${port}`] };
}
