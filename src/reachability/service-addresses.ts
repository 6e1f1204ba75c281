import { Ip, parseIp } from './ip';
import { listOf, ManifestSet, Service } from '../manifest';

/** The addresses of a Service, as far as its manifest has them. */
export function addressesOf(service: Service): Ip[] {
  return writtenAddresses(service).flatMap(address => parseIp(address) ?? []);
}

/** The addresses of the cluster's DNS, as they are written; empty where no manifest shows them. */
export function dnsAddressesOf(set: ManifestSet): string[] {
  const service = set.service('kube-system', 'kube-dns');
  return service ? writtenAddresses(service) : [];
}

function writtenAddresses({ object }: Service): string[] {
  return [object.get('spec', 'clusterIP'), ...listOf(object.get('spec', 'clusterIPs'))].filter((address): address is string => typeof address === 'string');
}
