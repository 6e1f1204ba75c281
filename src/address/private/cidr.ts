import { IPv4, IPv6 } from 'ipaddr.js';
import { shown } from './shown';

/** The address range, if it is one in canonical form: four decimal parts or compressed IPv6, and no bits set beyond the prefix. */
export function checkedCidr(range: string): string {
  const canonical = canonicalCidr(range);
  if (canonical === undefined) throw new Error(`${shown(range)} is no address range; write CIDR notation, such as 203.0.113.0/24`);
  if (canonical !== range) throw new Error(`the address range ${shown(range)} is not canonical; write '${canonical}'`);
  return range;
}

function canonicalCidr(range: string): string | undefined {
  if (typeof range !== 'string') return undefined;
  const [address, bits, ...more] = range.split('/');
  if (more.length > 0 || address.includes('%')) return undefined;
  const v4 = IPv4.isValidFourPartDecimal(address);
  if (!v4 && !IPv6.isValid(address)) return undefined;
  const widest = v4 ? 32 : 128;
  if (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= widest)) return undefined;
  if (!v4 && IPv6.parse(address).isIPv4MappedAddress()) return undefined;
  const cidr = `${address}/${Number(bits ?? widest)}`;
  return `${(v4 ? IPv4 : IPv6).networkAddressFromCIDR(cidr)}/${Number(bits ?? widest)}`;
}
