import { checkedPort } from '../../../src/address/private/port';

test.each([1, 4222, 65535])('%d is a port', port => expect(checkedPort('port', port)).toBe(port));
test.each([0, -1, 65536, 80.5, NaN])('%d is no port', port => {
  expect(() => checkedPort('podPort', port)).toThrow(`podPort ${port} is no port; write a whole number from 1 to 65535`);
});
