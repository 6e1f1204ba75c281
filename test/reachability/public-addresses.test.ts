import { parseIp } from '../../src/reachability/ip';
import { isPublic } from '../../src/reachability/public-addresses';

test.each([
  ['1.1.1.1', true], ['34.118.223.255', true], ['34.118.240.0', true],
  ['10.96.0.10', false], ['169.254.20.10', false], ['34.118.224.10', false], ['34.118.239.255', false], ['fd00::a', false], ['2606:4700:4700::1111', false],
])('whether an address is one for all the world: %s', (address, expected) => {
  expect(isPublic(parseIp(address)!)).toBe(expected);
});
