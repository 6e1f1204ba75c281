import { IPv4, IPv6, parse, isValid } from 'ipaddr.js';

/** The two families of addresses. */
export type IpFamily = 4 | 6;

/** An address as a number. */
export interface Ip {
  readonly family: IpFamily;
  readonly value: bigint;
}

/** Addresses from the first to the last, both included. */
export interface IpRange {
  readonly family: IpFamily;
  readonly first: bigint;
  readonly last: bigint;
}

const BITS = { 4: 32, 6: 128 } as const;

/** All addresses of a family. */
export function wholeFamily(family: IpFamily): IpRange {
  return { family, first: 0n, last: 2n ** BigInt(BITS[family]) - 1n };
}

/** The address that a text is; undefined for every other text. */
export function parseIp(text: string): Ip | undefined {
  if (!IPv4.isValidFourPartDecimal(text) && !(text.includes(':') && isValid(text))) return undefined;
  return numberOfAddress(parse(text));
}

/** The range that a CIDR notation stands for; undefined where it is none. */
export function parseCidr(text: string): IpRange | undefined {
  const [address, bits, ...more] = text.split('/');
  const ip = parseIp(address);
  if (!ip || more.length > 0 || bits === undefined || !/^\d{1,3}$/.test(bits) || Number(bits) > BITS[ip.family]) return undefined;
  const size = 2n ** BigInt(BITS[ip.family] - Number(bits));
  const first = ip.value / size * size;
  return { family: ip.family, first, last: first + size - 1n };
}

export function contains(range: IpRange, ip: Ip): boolean {
  return range.family === ip.family && range.first <= ip.value && ip.value <= range.last;
}

/** The ranges without what another one takes. */
export function without(ranges: readonly IpRange[], hole: IpRange): IpRange[] {
  return ranges.flatMap((range) => {
    const { family, first, last } = range;
    if (family !== hole.family || hole.last < first || hole.first > last) return [range];
    const parts: IpRange[] = [];
    if (first < hole.first) parts.push({ family, first, last: hole.first - 1n });
    if (hole.last < last) parts.push({ family, first: hole.last + 1n, last });
    return parts;
  });
}

/** As connections print it: `10.0.0.0-10.255.255.255`. */
export function formatRange({ family, first, last }: IpRange): string {
  return `${formatIp({ family, value: first })}-${formatIp({ family, value: last })}`;
}

/** An address as people write it. */
export function formatIp({ family, value }: Ip): string {
  const bytes = Array.from({ length: BITS[family] / 8 }, (_, i) => Number(value / 256n ** BigInt(BITS[family] / 8 - i - 1) % 256n));
  return (family === 4 ? new IPv4(bytes) : new IPv6(bytes)).toString();
}

function numberOfAddress(address: IPv4 | IPv6): Ip {
  const value = address.toByteArray().reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return { family: address.kind() === 'ipv4' ? 4 : 6, value };
}
