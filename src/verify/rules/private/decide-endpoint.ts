import { Network } from '../../../reachability';
import { Decision } from '../../correction';
import { Need } from '../../facts/facts';

/** What a person has to say of an endpoint before a policy can admit it. */
export function decideEndpoint(need: Need, policy: string, network: Network): Decision {
  const { host, port, protocol, name, workload } = need;
  const rule = `an egress rule for ${protocol} ${port} in ${policy}`;
  if (host === undefined) return { decide: `write ${rule} for the server of ${name}, whose address the manifests do not hold` };
  switch (network.resolve(host, workload).type) {
    case 'address': return { decide: `write the name of a Service instead of ${host}, or ${rule} for its address` };
    case 'host': return { decide: `write ${rule} for the addresses of ${host}, or for 0.0.0.0/0 except the private ranges` };
    default: return { decide: `write ${rule} for the pods that ${host} leads to, or give their Service and workload by --cluster-state` };
  }
}
