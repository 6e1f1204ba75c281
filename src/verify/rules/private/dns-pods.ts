import { podsOfService } from './endpoint-pods';
import { DNS_NAMESPACE } from './namespace-needed';
import { AdmittedPort, SelectedPods } from './policy-entries';
import { Workload } from '../../../manifest';
import { Network } from '../../../reachability';
import { searchListOf } from '../../../reachability/search-list';

/** Port on which names are asked for. */
export const DNS_PORT = 53;

const PROTOCOLS = ['UDP', 'TCP'] as const;

/** The pods of a cluster's DNS, and the ports that they are asked on. */
export interface DnsPods {
  readonly pods: SelectedPods;
  readonly ports: readonly AdmittedPort[];
}

/** The pods that a workload asks for names: those behind the Service of the cluster's DNS, else the usual ones; undefined where others may answer instead. */
export function dnsPods(workload: Workload, network: Network): DnsPods | undefined {
  if (searchListOf(workload, network.zone, network.names.dnsAddresses).servesCluster !== 'yes') return undefined;
  const service = network.set.service(DNS_NAMESPACE, 'kube-dns');
  if (!service || Object.keys(service.selector).length === 0) {
    return { pods: { namespace: DNS_NAMESPACE, labels: { 'k8s-app': 'kube-dns' } }, ports: PROTOCOLS.map(protocol => ({ protocol, port: DNS_PORT })) };
  }
  const [udp, tcp] = PROTOCOLS.map(protocol => podsOfService({ service, port: DNS_PORT, protocol }, network));
  const known = udp ?? tcp;
  return known && { pods: known.pods, ports: known.ports.flatMap(port => PROTOCOLS.map(protocol => ({ protocol, port }))) };
}
