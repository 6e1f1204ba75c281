import { AddressRanges } from '../address-ranges';
import { EgressRule } from '../endpoint';
import { checkedCidr } from './cidr';

const PRIVATE_IPV4 = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16'];
const PRIVATE_IPV6 = ['fc00::/7', 'fe80::/10'];

/** Egress to address ranges. */
export function rangeEgress(cidrs: readonly string[], port: number): EgressRule[] {
  if (cidrs.length === 0) throw new Error('cidrs is empty, which reaches nothing; leave it out for the default or name a range');
  return [{ peers: cidrs.map(cidr => ({ cidr: checkedCidr(cidr) })), ports: [{ port }] }];
}

/** Egress to a host outside the cluster: policies cannot match its name, so every public address, unless its ranges are known. */
export function externalEgress({ cidrs, ipv6 }: AddressRanges, port: number): EgressRule[] {
  if (cidrs) {
    if (ipv6) throw new Error('ipv6 widens the default ranges, which cidrs replaces; leave ipv6 out and add the IPv6 ranges to cidrs');
    return rangeEgress(cidrs, port);
  }
  const peers = [{ cidr: '0.0.0.0/0', except: [...PRIVATE_IPV4] }];
  if (ipv6) peers.push({ cidr: '::/0', except: [...PRIVATE_IPV6] });
  return [{ peers, ports: [{ port }] }];
}
