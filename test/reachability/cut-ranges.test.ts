import { networkOf, policy } from './support/network';
import { formatRange } from '../../src/reachability';
import { cutRanges } from '../../src/reachability/cut-ranges';

const EVERY_IPV6 = '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff';

/** The ranges for a policy that admits these peers. */
function ranges(...peers: string[]): string[] {
  const { policies } = networkOf(policy('web', 'shop', `{ podSelector: {}, ingress: [{}, { from: [${peers.join(', ')}] }] }`)).policySet;
  return cutRanges(policies).map(formatRange);
}

const block = (cidr: string): string => `{ ipBlock: { cidr: "${cidr}" } }`;

describe('all addresses are cut', () => {
  test.each([
    ['nowhere without a block', ['{ podSelector: {} }'], ['0.0.0.0-255.255.255.255']],
    ['before and behind a block', [block('10.0.0.0/8')], ['0.0.0.0-9.255.255.255', '10.0.0.0-10.255.255.255', '11.0.0.0-255.255.255.255']],
    ['once by equal blocks', [block('0.0.0.0/1'), block('0.0.0.0/1')], ['0.0.0.0-127.255.255.255', '128.0.0.0-255.255.255.255']],
    ['in order, whatever that of the blocks', [block('192.0.0.0/2'), block('0.0.0.0/2')], ['0.0.0.0-63.255.255.255', '64.0.0.0-191.255.255.255', '192.0.0.0-255.255.255.255']],
    ['not behind the last of them', [block('128.0.0.0/1')], ['0.0.0.0-127.255.255.255', '128.0.0.0-255.255.255.255']],
    ['before the last of them', [block('255.255.255.255/32')], ['0.0.0.0-255.255.255.254', '255.255.255.255-255.255.255.255']],
    ['each family by its own blocks', [block('128.0.0.0/1'), block('8000::/1')],
      ['0.0.0.0-127.255.255.255', '128.0.0.0-255.255.255.255', '::-7fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '8000::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff']],
    ['nowhere by the block of a whole family', [block('::/0')], ['0.0.0.0-255.255.255.255', EVERY_IPV6]],
  ])('%s', (_, peers, expected) => expect(ranges(...peers)).toEqual(expected));
});
