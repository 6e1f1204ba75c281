import * as fc from 'fast-check';
import { Json } from '../../../../src/manifest';
import { invalidPort } from '../../../../src/verify/rules/private/invalid-port';

test.each<[string, Json]>([
  ['a number', { port: 4222 }],
  ['the highest number', { port: 65535 }],
  ['a name', { port: 'client', protocol: 'UDP' }],
  ['a name of 15 characters', { port: 'abcdefghijklmno' }],
  ['a protocol alone', { protocol: 'SCTP' }],
  ['a range of one', { port: 4222, endPort: 4222 }],
  ['nothing, which is every TCP port', {}],
  ['no object, which the schema refuses', 'client'],
])('%s is taken', (_, value) => {
  expect(invalidPort(value)).toBeUndefined();
});

test.each<[string, Json, string]>([
  ['a number in quotes', { port: '4222' }, 'write the number 4222 without quotes'],
  ['a name of 16 characters', { port: 'abcdefghijklmnop' }, 'write at most 15 lower-case letters, digits and single hyphens, with a letter'],
  ['a name with two hyphens in a row', { port: 'a--b' }, 'write at most 15 lower-case letters, digits and single hyphens, with a letter'],
  ['port 0', { port: 0 }, 'write a number from 1 to 65535'],
  ['port 65536', { port: 65536 }, 'write a number from 1 to 65535'],
  ['another protocol', { protocol: 'tcp' }, 'write one of TCP, UDP, SCTP'],
  ['a range that runs backwards', { port: 20, endPort: 10 }, 'write port: 10 and endPort: 20'],
  ['a range from a name', { port: 'client', endPort: 4230 }, 'write the first port of the range as a number'],
  ['a range without a start', { endPort: 4230 }, 'add port, the first of the range'],
  ['a range beyond the ports', { port: 4222, endPort: 65536 }, 'write a number from 1 to 65535'],
])('%s is refused', (_, value, fix) => {
  expect(invalidPort(value)?.fix).toBe(fix);
});

test('no value makes it throw', () => {
  fc.assert(fc.property(fc.jsonValue(), value => expect(() => invalidPort(value as Json)).not.toThrow()));
});
