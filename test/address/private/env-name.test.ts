import { checkedEnvName } from '../../../src/address/private/env-name';

test.each(['NATS_URL', '_x', 'a.b-c', 'X1'])('%s is a name', name => expect(checkedEnvName(name)).toBe(name));
test.each(['', 'nats url', '1X', 'A=B', undefined as unknown as string])('%s is no name', name => {
  expect(() => checkedEnvName(name)).toThrow('is no name of an environment variable; write letters');
});
