import * as kplus from 'cdk8s-plus-28';
import { IEndpoint } from '../../address/endpoint';
import { NatsAwareOptions } from '../nats-aware-options';

interface PodNetwork extends Pick<NatsAwareOptions, 'clusterDns'> {
  readonly hostNetwork?: boolean;
  readonly dns?: kplus.PodDnsProps;
}

/** On the host's network, `ClusterFirst` means the DNS of the node, which knows no Service. */
export function podDns({ hostNetwork, dns }: PodNetwork): kplus.PodDnsProps | undefined {
  if (!hostNetwork || dns?.policy !== undefined) return dns;
  return { ...dns, policy: kplus.DnsPolicy.CLUSTER_FIRST_WITH_HOST_NET };
}

export function hostNetworkWarnings({ hostNetwork }: PodNetwork): string[] {
  return hostNetwork ? ['its pods are on the network of their node, where NetworkPolicies do not apply to them; leave out hostNetwork if it can run without'] : [];
}

/** Names that the pods cannot resolve, since they do not ask the DNS of the cluster. */
export function unresolvedNames({ hostNetwork, dns, clusterDns }: PodNetwork, endpoints: readonly IEndpoint[]): string[] {
  const policy = dns?.policy;
  const asksNode = policy === kplus.DnsPolicy.DEFAULT || (policy === kplus.DnsPolicy.CLUSTER_FIRST && hostNetwork === true);
  // Nameservers of its own are those of the cluster where clusterDns says so.
  const asksOthers = policy === kplus.DnsPolicy.NONE && clusterDns === undefined;
  const named = endpoints.find(endpoint => endpoint.needsDns);
  if (!named || !(asksNode || asksOthers)) return [];
  return [`it connects to ${named.description} and its DNS policy ${policy} does not ask the DNS of the cluster, so that names of Services do not resolve; `
    + 'leave out dns.policy, or say by clusterDns where its nameservers are'];
}
