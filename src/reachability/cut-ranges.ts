import { IpFamily, IpRange, wholeFamily } from './ip';
import { Policy } from './policy';

/** All addresses, cut where a block of a policy begins or ends. IPv6 only where a policy names such a block. */
export function cutRanges(policies: readonly Policy[]): IpRange[] {
  const blocks = policies.flatMap(({ egress, ingress }) => [...egress, ...ingress])
    .flatMap(({ peers = [] }) => peers.flatMap(peer => peer.type === 'addresses' ? [peer.block, ...peer.except] : []));
  const families: IpFamily[] = blocks.some(({ family }) => family === 6) ? [4, 6] : [4];
  return families.flatMap(family => cut(wholeFamily(family), blocks.filter(block => block.family === family)));
}

function cut({ family, first, last }: IpRange, blocks: readonly IpRange[]): IpRange[] {
  const starts = new Set([first, ...blocks.flatMap(block => [block.first, block.last + 1n])]);
  const sorted = [...starts].filter(start => start <= last).sort((a, b) => a < b ? -1 : 1);
  return sorted.map((start, i) => ({ family, first: start, last: i + 1 < sorted.length ? sorted[i + 1] - 1n : last }));
}
