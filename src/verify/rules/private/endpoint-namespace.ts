import { Service } from '../../../manifest';
import { Network } from '../../../reachability';
import { Need } from '../../facts/facts';

/** The namespace of the Service that a need names; undefined for what is no Service. */
export function endpointNamespace(need: Need, network: Network): string | undefined {
  return serviceName(need, network)?.namespace;
}

/** The Service that a need names, where it is known. */
export function targetService(need: Need, network: Network): Service | undefined {
  const name = serviceName(need, network);
  return name && network.set.service(name.namespace, name.name);
}

function serviceName({ host, workload }: Need, network: Network) {
  if (host === undefined) return undefined;
  const resolution = network.resolve(host, workload);
  return resolution.type === 'service' ? resolution.service : undefined;
}
