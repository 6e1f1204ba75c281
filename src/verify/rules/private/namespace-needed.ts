import { endpointNamespace } from './endpoint-namespace';
import { Link, Network } from '../../../reachability';
import { Need } from '../../facts/facts';

/** Namespace of the DNS of nearly all clusters. */
export const DNS_NAMESPACE = 'kube-system';

/** The namespace that a policy has to admit where it stops a need: that of the DNS, of the endpoint, or of the client. */
export function namespaceNeeded({ kind }: Link, need: Need, network: Network): string | undefined {
  switch (kind) {
    case 'dns': return DNS_NAMESPACE;
    case 'ingress': return need.workload.namespace;
    default: return endpointNamespace(need, network);
  }
}
