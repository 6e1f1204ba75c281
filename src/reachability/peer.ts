import { Json, JsonObject, listOf, objectOf, textOf } from '../manifest';
import { contains, Ip, IpRange, parseCidr, wholeFamily, without } from './ip';
import { all, Match } from './label-set';
import { Pods } from './pods';
import { Selector } from './selector';

/** An entry of `from` or `to` in a policy. */
export type Peer =
  /** Pods by their labels; `namespaces` undefined for those in the policy's own namespace. */
  | { readonly type: 'pods'; readonly namespaces?: Selector; readonly pods: Selector }
  /** Addresses: the block without its exceptions. */
  | { readonly type: 'addresses'; readonly cidr: string; readonly block: IpRange; readonly except: readonly IpRange[]; readonly ranges: readonly IpRange[] }
  /** What the API server would refuse, `{}` among it. */
  | { readonly type: 'nothing' };

/** The other end of a flow, as a peer sees it. */
export type End =
  | { readonly type: 'pods'; readonly pods: Pods }
  /** An address; `outside` where no pod of the cluster can have it. */
  | { readonly type: 'address'; readonly ip: Ip; readonly outside: boolean }
  /** A host outside the cluster whose address is not known. */
  | { readonly type: 'host' }
  /** The servers that a node asks for names, outside the cluster: an address that is not known, public or not. */
  | { readonly type: 'node-dns' }
  /** An end of which nothing is known. */
  | { readonly type: 'anything' };

const NOTHING: Peer = { type: 'nothing' };

/** Reads an entry of `from` or `to`. */
export function parsePeer(value: Json): Peer {
  const entry = objectOf(value);
  if (!entry) return NOTHING;
  const { ipBlock, podSelector, namespaceSelector } = entry;
  const selects = isGiven(podSelector) || isGiven(namespaceSelector);
  if (isGiven(ipBlock)) return selects ? NOTHING : parseBlock(objectOf(ipBlock));
  if (!selects) return NOTHING;
  return {
    type: 'pods',
    namespaces: isGiven(namespaceSelector) ? Selector.parse(namespaceSelector) : undefined,
    pods: isGiven(podSelector) ? Selector.parse(podSelector) : Selector.EVERYTHING,
  };
}

/** Whether a peer of a policy in this namespace admits the other end. */
export function matchPeer(peer: Peer, end: End, ownNamespace: string): Match {
  switch (peer.type) {
    case 'nothing': return 'no';
    case 'pods': return matchPods(peer.namespaces, peer.pods, end, ownNamespace);
    case 'addresses': return matchAddresses(peer.ranges, end);
  }
}

/** Whether a namespace is the policy's own one, or one that its selector matches. */
export function matchNamespace(namespaces: Selector | undefined, pods: Pods, ownNamespace: string): Match {
  if (namespaces) return namespaces.match(pods.namespaceLabels);
  if (pods.namespace === ownNamespace) return 'yes';
  return pods.namespace === '' || ownNamespace === '' ? 'maybe' : 'no';
}

function matchPods(namespaces: Selector | undefined, labels: Selector, end: End, ownNamespace: string): Match {
  switch (end.type) {
    case 'pods': {
      const inNamespace = matchNamespace(namespaces, end.pods, ownNamespace);
      if (inNamespace === 'no') return 'no';
      const match = all(inNamespace, labels.match(end.pods.labels));
      return match === 'yes' && end.pods.hostNetwork ? 'maybe' : match;
    }
    case 'address': return end.outside || !labels.valid || namespaces?.valid === false ? 'no' : 'maybe';
    case 'host':
    case 'node-dns': return 'no';
    case 'anything': return matchAnything(namespaces, labels);
  }
}

function matchAddresses(ranges: readonly IpRange[], end: End): Match {
  switch (end.type) {
    case 'pods': return ranges.length > 0 ? 'maybe' : 'no';
    case 'address': return ranges.some(range => contains(range, end.ip)) ? 'yes' : 'no';
    case 'node-dns': return ranges.some(isEveryIpv4) ? 'yes' : ranges.length > 0 ? 'maybe' : 'no';
    case 'host':
    case 'anything': return ranges.length > 0 ? 'maybe' : 'no';
  }
}

/** Only a rule for all pods of all namespaces is sure to admit an end of which nothing is known. */
function matchAnything(namespaces: Selector | undefined, labels: Selector): Match {
  if (!labels.valid || namespaces?.valid === false) return 'no';
  return namespaces?.everything && labels.everything ? 'yes' : 'maybe';
}

function isEveryIpv4({ family, first, last }: IpRange): boolean {
  const every = wholeFamily(4);
  return family === 4 && first === every.first && last === every.last;
}

function parseBlock(block: JsonObject | undefined): Peer {
  const cidr = textOf(block?.cidr);
  const range = cidr === undefined ? undefined : parseCidr(cidr);
  const except = listOf(block?.except).map(text => parseCidr(textOf(text) ?? ''));
  const isList = !isGiven(block?.except) || Array.isArray(block?.except);
  if (cidr === undefined || !range || !isList || !except.every(hole => hole !== undefined)) return NOTHING;
  return { type: 'addresses', cidr, block: range, except, ranges: except.reduce<readonly IpRange[]>(without, [range]) };
}

function isGiven(value: Json | undefined): boolean {
  return value !== undefined && value !== null;
}
