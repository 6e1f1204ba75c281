import { domainToASCII } from 'node:url';
import { IPv4, IPv6, parse } from 'ipaddr.js';

/** An address, read off a host the way a resolver or a URL parser does. */
export interface IpReading {
  /** The usual spelling. */
  readonly address: string;
  /** Whether it was written in another way than the usual one. */
  readonly disguised: boolean;
  readonly kind: 'loopback' | 'unspecified' | 'other';
}

/** Longer texts are neither a DNS name nor an address. */
const LONGEST = 1000;
// Its last label begins with a letter, so that neither resolvers nor URL parsers look for an address.
const PLAIN_NAME = /^([a-z0-9-]+\.)*[a-z][a-z0-9-]*\.?$/i;
// The parser throws on everything else, which takes a hundred times as long.
const DIGITS = /^[0-9a-fx.]+$/i;
const FOUR_DECIMALS = /^(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*)){3}$/;

/** The address that a host stands for, if it stands for one. Brackets are taken off before. */
export function readIp(host: string): IpReading | undefined {
  if (host.length > LONGEST || PLAIN_NAME.test(host)) return undefined;
  if (host.includes(':')) return IPv6.isValid(host) ? reading(host, false) : undefined;
  // What getaddrinfo takes: decimal, octal, hexadecimal, fewer than four parts.
  if (isIpv4(host)) return reading(host, !FOUR_DECIMALS.test(host));
  // What URL parsers take: the same after percent-decoding and IDNA, with a final dot.
  const ascii = domainToASCII(host);
  return isIpv4(ascii) ? reading(ascii, true) : undefined;
}

/** The address that CoreDNS writes with hyphens in the name of a pod: `10-0-0-5`, `fd00--1`. */
export function readHyphenatedIp(label: string): string | undefined {
  const v4 = label.replaceAll('-', '.');
  if (FOUR_DECIMALS.test(v4) && IPv4.isValid(v4)) return v4;
  const v6 = label.replaceAll('-', ':');
  return IPv6.isValid(v6) ? v6 : undefined;
}

function isIpv4(text: string): boolean {
  return DIGITS.test(text) && IPv4.isValid(text);
}

function reading(spelling: string, disguised: boolean): IpReading {
  const parsed = parse(spelling);
  const ip = parsed instanceof IPv6 && parsed.isIPv4MappedAddress() ? parsed.toIPv4Address() : parsed;
  const range = ip.range();
  const unspecified = /^[0.:]+$/.test(ip.toString());
  return { address: parsed.toString(), disguised, kind: range === 'loopback' ? range : unspecified ? 'unspecified' : 'other' };
}
