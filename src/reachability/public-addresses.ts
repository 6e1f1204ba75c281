import { contains, Ip, IpRange, parseCidr, wholeFamily, without } from './ip';

// Ranges of IPv4 that no public host has; 34.118.224.0/20 is for Services of GKE.
const NOT_PUBLIC = [
  '0.0.0.0/8', '10.0.0.0/8', '34.118.224.0/20', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.168.0.0/16',
  '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
].map(cidr => parseCidr(cidr)!);

/** Whether an address is a public one, which no pod has. IPv6 has no ranges that clusters keep to. */
export function isPublic(ip: Ip): boolean {
  return ip.family === 4 && !NOT_PUBLIC.some(range => contains(range, ip));
}

/** Whether the ranges together hold every public IPv4 address. */
export function holdPublicAddresses(ranges: readonly IpRange[]): boolean {
  return [...NOT_PUBLIC, ...ranges].reduce<readonly IpRange[]>(without, [wholeFamily(4)]).length === 0;
}
