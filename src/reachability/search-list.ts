import { listOf, objectOf, podField, textOf, textsOf, Workload } from '../manifest';
import { parseIp } from './ip';
import { Match } from './label-set';
import { isPublic } from './public-addresses';

/** How a pod looks up names. */
export interface SearchList {
  /** What the resolver appends to names, in its order. */
  readonly domains: readonly string[];

  /** Those among them that dnsConfig adds. */
  readonly added: readonly string[];

  /** Names with fewer dots are tried with the domains first. */
  readonly ndots: number;

  /** Whether the names of the cluster are served to the pod. */
  readonly servesCluster: Match;

  /** The field that decides it. */
  readonly field: 'dnsPolicy' | 'hostNetwork' | 'dnsConfig';

  /** Whose servers are asked before those of dnsConfig. */
  readonly base: 'cluster' | 'node' | 'none';

  /** The servers of dnsConfig, as far as there is room for them. */
  readonly nameservers: readonly string[];
}

/** How many servers of dnsConfig there is room for beside one of the cluster or the node: the kubelet writes three at most. */
const BESIDE = 2;

/** How the pods of a workload look up names, as the kubelet writes it into their resolv.conf. */
export function searchListOf(workload: Workload, zone: string, dnsAddresses: readonly string[]): SearchList {
  const policy = textOf(podField(workload, 'dnsPolicy').value) ?? 'ClusterFirst';
  const config = objectOf(podField(workload, 'dnsConfig').value);
  const searches = listOf(config?.searches).flatMap(domain => textOf(domain)?.replace(/\.$/, '') ?? []);
  const nameservers = [...new Set(listOf(config?.nameservers).flatMap(address => textOf(address) ?? []))];
  const written = listOf(config?.options).map(textsOf).find(({ name }) => name === 'ndots')?.value;
  const ndots = written !== undefined && /^\d+$/.test(written) ? Number(written) : undefined;
  const cluster = [`${workload.namespace}.svc.${zone}`, `svc.${zone}`, zone];
  if (policy === 'None') {
    const servesCluster = dnsAddresses.includes(nameservers[0]) ? 'yes' : mayServe(nameservers, dnsAddresses);
    return { domains: searches, added: searches, ndots: ndots ?? 1, servesCluster, field: 'dnsConfig', base: 'none', nameservers };
  }
  // The kubelet takes ClusterFirst for Default where the pod is in the network of its node.
  if (policy === 'Default' || (policy === 'ClusterFirst' && workload.hostNetwork)) {
    const asked = nameservers.slice(0, BESIDE);
    const servesCluster = asked.length === 0 ? 'no' : mayServe(asked, dnsAddresses);
    const field = policy === 'Default' ? 'dnsPolicy' : 'hostNetwork';
    return { domains: searches, added: searches, ndots: ndots ?? 1, servesCluster, field, base: 'node', nameservers: asked };
  }
  const others = nameservers.filter(address => !dnsAddresses.includes(address)).slice(0, BESIDE);
  return { domains: [...cluster, ...searches], added: searches, ndots: ndots ?? 5, servesCluster: 'yes', field: 'dnsPolicy', base: 'cluster', nameservers: others };
}

/** Whether servers may know the names of the cluster: not if all are for all the world. Where there is none, the API server does not take the pod. */
function mayServe(servers: readonly string[], dnsAddresses: readonly string[]): Match {
  const isForAll = (address: string) => {
    const ip = parseIp(address);
    return ip !== undefined && isPublic(ip) && !dnsAddresses.includes(address);
  };
  return servers.length > 0 && servers.every(isForAll) ? 'no' : 'maybe';
}
