import { NatsUrlClass } from '../../../address/nats-url-class';
import { podField, textOf, Workload } from '../../../manifest';
import { searchListOf } from '../../../reachability/search-list';
import { dnsAddressesOf } from '../../../reachability/service-addresses';
import { UrlUse } from '../../facts/facts';
import { hostReading, serviceTarget } from '../../facts/private/service-target';
import { Observation } from '../../finding';
import { ReadFacts, rule } from '../../rule';
import { addressPhrase } from '../private/address-phrases';

export const dnsPolicyWithoutCluster = rule({
  code: 'URL115',
  title: 'The DNS settings of a pod do not resolve the names of Services that it uses',
  severity: 'error',
  reads: ['urls', 'set'],
  why: 'With `dnsPolicy: Default` a pod asks the name servers of its node, which know no Service. A pod with `hostNetwork: true` does the same unless it sets '
    + '`ClusterFirstWithHostNet`. Servers that `dnsConfig` adds to those of the node are asked after them, if at all. With these settings, and with `None`, no '
    + 'short name of a Service is completed unless `searches` of `dnsConfig` do it, and public servers do not know the full ones.',
  repair: 'Leave `dnsPolicy` out, or write `ClusterFirstWithHostNet` for a pod with `hostNetwork: true`.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-policy',
  check: function* (facts) {
    const reported = new Set<Workload>();
    for (const use of facts.urls) {
      for (const workload of use.workloads) {
        if (reported.has(workload) || workload.object.origin !== 'files' || !isUnresolved(use, workload, facts)) continue;
        reported.add(workload);
        yield observe(use, workload);
      }
    }
  },
});

function isUnresolved(use: UrlUse, workload: Workload, { set, options }: ReadFacts<'set'>): boolean {
  const { base, servesCluster, domains } = searchListOf(workload, options.zone, dnsAddressesOf(set));
  if (base === 'cluster') return false;
  const full = [NatsUrlClass.FULL, NatsUrlClass.FULL_TRAILING_DOT].includes(hostReading(use.host, options.zone)?.urlClass ?? NatsUrlClass.INVALID);
  const known = full || serviceTarget(use, use.host, set, options.zone)?.presence === 'present';
  return known && (servesCluster === 'no' || (!full && domains.length === 0));
}

function observe(use: UrlUse, workload: Workload): Observation {
  const written = podField(workload, 'dnsPolicy');
  const field = written.value === undefined ? 'hostNetwork' : 'dnsPolicy';
  const why = workload.hostNetwork ? 'hostNetwork and no ClusterFirstWithHostNet' : `dnsPolicy ${textOf(written.value)}`;
  return {
    at: podField(workload, field).place,
    message: `${workload.kind} ${workload.name} has ${why}, and ${addressPhrase(use)}, which its pods then do not resolve`,
    fix: workload.hostNetwork ? 'write dnsPolicy: ClusterFirstWithHostNet' : 'leave dnsPolicy out',
  };
}
