import { SelectedPods } from './policy-entries';
import { NATS_PORTS } from './protected-ports';
import { protocolOf } from './protocol-of';
import { Network } from '../../../reachability';
import { endpointsOf, ServiceRequest } from '../../../reachability/endpoints-of-service';
import { Need } from '../../facts/facts';

/** Pods that a policy has to admit, and the ports that they listen on. */
export interface EndpointPods {
  readonly pods: SelectedPods;

  /** At least one, in their order. */
  readonly ports: readonly number[];
}

/** The pods that a need is for, as far as a policy can be written for them with certainty: those of a Service of the cluster. */
export function endpointPods(need: Need, network: Network): EndpointPods | undefined {
  const { host, workload, what, port } = need;
  const resolution = host === undefined ? undefined : network.resolve(host, workload);
  if (resolution?.type !== 'service') return undefined;
  const { namespace, name, pod } = resolution.service;
  const service = network.set.service(namespace, name);
  if (service) return podsOfService({ service, port, protocol: protocolOf(need), pod }, network);
  // Servers of NATS listen on the port that their Service has; of other pods the port is not known without it.
  const isNats = what === 'NATS' && NATS_PORTS.includes(port) && namespace !== '';
  return isNats ? { pods: { namespace, labels: {} }, ports: [port] } : undefined;
}

/** The pods behind a port of a Service, where its selector and the port of the pods are known. */
export function podsOfService(request: ServiceRequest, network: Network): EndpointPods | undefined {
  const { namespace, selector: labels, externalName } = request.service;
  if (externalName !== undefined) return undefined;
  const { targets } = endpointsOf(request, network);
  const ports = new Set(targets.flatMap(({ port }) => port ?? []));
  const isKnown = targets.length > 0 && targets.every(({ port, pods }) => port !== undefined && !pods.hostNetwork);
  return isKnown ? { pods: { namespace, labels }, ports: [...ports].sort((a, b) => a - b) } : undefined;
}

