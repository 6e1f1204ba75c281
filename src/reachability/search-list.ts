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

  /** The servers of dnsConfig that are asked too. */
  readonly nameservers: readonly string[];
}

/** How the pods of a workload look up names, as the kubelet writes it into their resolv.conf. */
export function searchListOf(workload: Workload, zone: string, dnsAddresses: readonly string[]): SearchList {
  const policy = textOf(podField(workload, 'dnsPolicy').value) ?? 'ClusterFirst';
  const config = objectOf(podField(workload, 'dnsConfig').value);
  const searches = listOf(config?.searches).flatMap(domain => textOf(domain)?.replace(/\.$/, '') ?? []);
  const nameservers = listOf(config?.nameservers).flatMap(address => textOf(address) ?? []);
  const written = listOf(config?.options).map(textsOf).find(({ name }) => name === 'ndots')?.value;
  const ndots = written !== undefined && /^\d+$/.test(written) ? Number(written) : undefined;
  const cluster = [`${workload.namespace}.svc.${zone}`, `svc.${zone}`, zone];
  if (policy === 'None') {
    const servesCluster = nameservers.some(address => dnsAddresses.includes(address)) ? 'yes' : 'maybe';
    return { domains: searches, added: searches, ndots: ndots ?? 1, servesCluster, field: 'dnsConfig', base: 'none', nameservers };
  }
  // The kubelet takes ClusterFirst for Default where the pod is in the network of its node.
  if (policy === 'Default' || (policy === 'ClusterFirst' && workload.hostNetwork)) {
    const servesCluster = nameservers.some(mayServeCluster) ? 'maybe' : 'no';
    const field = policy === 'Default' ? 'dnsPolicy' : 'hostNetwork';
    return { domains: searches, added: searches, ndots: ndots ?? 1, servesCluster, field, base: 'node', nameservers };
  }
  // The kubelet writes three servers, first that of the cluster.
  const others = nameservers.filter(address => !dnsAddresses.includes(address)).slice(0, 2);
  return { domains: [...cluster, ...searches], added: searches, ndots: ndots ?? 5, servesCluster: 'yes', field: 'dnsPolicy', base: 'cluster', nameservers: others };
}

/** Whether a server may know the names of a cluster, which no public one does. */
function mayServeCluster(address: string): boolean {
  const ip = parseIp(address);
  return ip !== undefined && !isPublic(ip);
}
