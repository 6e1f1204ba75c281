import * as fc from 'fast-check';
import { contains, formatRange, parseCidr, parseIp, wholeFamily, without } from '../../src/reachability';

describe('a range of addresses', () => {
  test.each([
    ['10.0.0.0/8', '10.0.0.0-10.255.255.255'], ['10.1.2.3/8', '10.0.0.0-10.255.255.255'], ['1.2.3.4/32', '1.2.3.4-1.2.3.4'], ['0.0.0.0/0', '0.0.0.0-255.255.255.255'],
    ['2001:db8::/32', '2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'],
  ])('is read from %s', (cidr, expected) => expect(formatRange(parseCidr(cidr)!)).toBe(expected));

  test.each(['', '10.0.0.0', '10.0.0.0/33', '10.0.0/8', '10.0.0.0/8/8', '10.0.0.0/-1', '10.0.0.0/x', '2001:db8::/129', 'host/8', '010.0.0.0/8x'])('is not read from %j', (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });

  test('has no addresses of another family', () => {
    expect(contains(wholeFamily(6), parseIp('10.0.0.1')!)).toBe(false);
  });

  test('without a hole has what is in the range and not in the hole', () => {
    const bounds = fc.tuple(fc.bigInt(0n, 40n), fc.bigInt(0n, 10n)).map(([first, size]) => ({ family: 4 as const, first, last: first + size }));
    fc.assert(fc.property(bounds, bounds, fc.bigInt(0n, 55n), (range, hole, value) => {
      const ip = { family: 4 as const, value };
      return without([range], hole).some(part => contains(part, ip)) === (contains(range, ip) && !contains(hole, ip));
    }));
  });
});
