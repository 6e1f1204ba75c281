import { listOf, objectOf, podField, textOf, textsOf, Workload } from '../manifest';
import { Match } from './label-set';

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

  /** Servers that are asked instead of the cluster's; empty where they are the cluster's or the node's. */
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
    return { domains: searches, added: searches, ndots: ndots ?? 1, servesCluster, field: 'dnsConfig', nameservers };
  }
  // The kubelet takes ClusterFirst for Default where the pod is in the network of its node.
  const field = policy === 'Default' ? 'dnsPolicy' : 'hostNetwork';
  if (policy === 'Default' || (policy === 'ClusterFirst' && workload.hostNetwork)) {
    return { domains: searches, added: searches, ndots: ndots ?? 1, servesCluster: 'no', field, nameservers: [] };
  }
  return { domains: [...cluster, ...searches], added: searches, ndots: ndots ?? 5, servesCluster: 'yes', field: 'dnsPolicy', nameservers: [] };
}
