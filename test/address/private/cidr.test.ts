import { checkedCidr } from '../../../src/address/private/cidr';

test.each(['0.0.0.0/0', '10.0.0.0/8', '203.0.113.7/32', '::/0', 'fd00::/8', '2001:db8::1/128'])('%s is a range', range => {
  expect(checkedCidr(range)).toBe(range);
});

test.each([
  ['203.0.113.7', '203.0.113.7/32'],
  ['10.0.0.5/8', '10.0.0.0/8'],
  ['fd00:0::/8', 'fd00::/8'],
  ['10.0.0.0/08', '10.0.0.0/8'],
  ['2001:db8::1', '2001:db8::1/128'],
])('%s is answered with %s', (range, canonical) => {
  expect(() => checkedCidr(range)).toThrow(`the address range '${range}' is not canonical; write '${canonical}'`);
});

test.each(['999.1.1.1/99', '10.0.0.0/33', '::/129', '10.0/8', '010.0.0.0/8', '0x0a000000/8', 'fe80::1%eth0/64', '::ffff:10.0.0.0/104',
  '10.0.0.0/8/8', '10.0.0.0/', '10.0.0.0/-1', '10.0.0.0/1e1', 'nats', '', undefined as unknown as string])('%s is no range', range => {
  expect(() => checkedCidr(range)).toThrow('is no address range; write CIDR notation, such as 203.0.113.0/24');
});
