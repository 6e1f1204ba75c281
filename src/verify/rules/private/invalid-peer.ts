import { isIP } from 'net';
import { parseCIDR } from 'ipaddr.js';
import { invalidSelector } from './invalid-selector';
import { RefusedPart } from './refused-part';
import { Json, JsonObject, listOf, objectOf, textOf } from '../../../manifest';

/** What the API server has against a peer of a NetworkPolicy; undefined for nothing, and for what the schema refuses. */
export function invalidPeer(value: Json, field: 'to' | 'from'): RefusedPart | undefined {
  const peer = value === null ? {} : objectOf(value);
  if (!peer) return undefined;
  const { podSelector, namespaceSelector } = peer;
  const ipBlock = objectOf(peer.ipBlock);
  const selectors = [podSelector, namespaceSelector].map(objectOf).filter(selector => selector !== undefined);
  if (!ipBlock && selectors.length === 0) {
    return { message: `an item of ${field} names no peer`, fix: `name a selector or an ipBlock, or leave ${field} out for every peer` };
  }
  if (ipBlock && selectors.length > 0) {
    return { message: `an item of ${field} has an ipBlock and a selector`, fix: 'make two items of it' };
  }
  return ipBlock ? invalidBlock(ipBlock) : selectors.map(invalidSelector).find(fault => fault !== undefined);
}

function invalidBlock(ipBlock: JsonObject): RefusedPart | undefined {
  const cidr = textOf(ipBlock.cidr) ?? '';
  const excepted = listOf(ipBlock.except).map(textOf).filter((range): range is string => range !== undefined);
  const bad = [cidr, ...excepted].find(range => !readCidr(range));
  if (bad !== undefined) {
    const address = isIP(bad) !== 0;
    return { message: `'${bad}' is no address range`, fix: address ? `write ${bad}/${bad.includes(':') ? 128 : 32} for the single address` : 'write CIDR notation, such as 203.0.113.0/24' };
  }
  const outside = excepted.find(range => !isStrictlyInside(range, cidr));
  return outside === undefined ? undefined : { message: `${outside} is excepted from ${cidr}, which does not hold it as a smaller range`, fix: `except ranges inside ${cidr} only` };
}

function isStrictlyInside(inner: string, outer: string): boolean {
  const [address, bits] = readCidr(inner)!;
  const [network, outerBits] = readCidr(outer)!;
  return address.kind() === network.kind() && bits > outerBits && address.match(network, outerBits);
}

/** Leading zeros are read as decimal, as the API server does. */
function readCidr(range: string): ReturnType<typeof parseCIDR> | undefined {
  const plain = range.includes(':') ? range : range.replace(/(^|\.)0+(?=\d)/g, '$1');
  if (!plain.includes(':') && !/^\d+\.\d+\.\d+\.\d+\/\d+$/.test(plain)) return undefined;
  try {
    return parseCIDR(plain);
  } catch {
    return undefined;
  }
}
