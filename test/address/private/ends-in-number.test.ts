import { endsInNumber } from '../../../src/address/private/ends-in-number';

test.each(['10.0.0.5', '10.0.0.999', '127.1', '3232298749', '0xC0A8C2FD', 'example.0x', '0300.0250.0302.0375'])('%s ends in a number', name => {
  expect(endsInNumber(name)).toBe(true);
});
test.each(['nats', '10.0.0.5.nip.io', 'node1', 'a.1b', '0xg'])('%s does not end in a number', name => expect(endsInNumber(name)).toBe(false));
