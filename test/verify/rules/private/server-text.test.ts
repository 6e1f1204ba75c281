import * as fc from 'fast-check';
import { becomesOne, changedServers, hostText, ServerChange, TextChange } from '../../../../src/verify/rules/private/server-text';

function changed(text: string, ...changes: (ServerChange | undefined)[]): string {
  const put = (result: string, part: TextChange): string => result.slice(0, part.offset) + part.text + result.slice(part.offset + part.length);
  return [...changedServers(text, changes)].reverse().reduce(put, text);
}

test.each([
  ['a missing scheme takes the user info along', 'me@bus:4222', { missingScheme: 'nats' }, 'nats://me@bus:4222'],
  ['a scheme that is there is not missing', 'tls://bus', { missingScheme: 'nats' }, 'tls://bus'],
  ['a missing port takes the host along', 'nats://bus/a', { missingPort: 4222 }, 'nats://bus:4222/a'],
  ['a port that is there is not missing', 'nats://bus:1', { missingPort: 4222 }, 'nats://bus:1'],
  ['a colon without a port is no port', 'nats://bus:', { missingPort: 4222 }, 'nats://bus:4222'],
  ['a missing host is put before the port', 'nats://:4222', { host: 'bus' }, 'nats://bus:4222'],
  ['a slash at the end goes', 'nats://bus/', { withoutSlash: true as const }, 'nats://bus'],
  ['a path stays', 'nats://bus/a', { withoutSlash: true as const }, 'nats://bus/a'],
  ['white space around stays', ' nats://bus ', { host: 'other' }, ' nats://other '],
  ['a port is put behind an address in brackets', 'nats://[fd00::1]', { port: 4222 }, 'nats://[fd00::1]:4222'],
  ['the last at sign ends the user info', 'nats://a:p@ss:w@bus:1', { host: 'other', port: 2 }, 'nats://a:p@ss:w@other:2'],
])('%s', (_, text, change, expected) => {
  expect(changed(text, change)).toBe(expected);
});

test('each server of a list is changed where it stands', () => {
  expect(changed('nats://a:1,, nats://b:2 ,c', { host: 'x' }, undefined, { missingScheme: 'nats' })).toBe('nats://x:1,, nats://b:2 ,nats://c');
});

test('servers that become the same become one', () => {
  expect(changed(' nats://a:1,nats://b:1 ', { host: 'x' }, { host: 'x' })).toBe(' nats://x:1 ');
});

test('servers of which one stays another become none', () => {
  expect(becomesOne('nats://a:1,nats://b:1', [{ host: 'x' }, undefined])).toBe(false);
});

test('a server that stays is no change', () => {
  expect(changedServers('nats://bus:4222', [{ host: 'bus', port: 4222 }])).toEqual([]);
});

test('the host is told as it is written', () => {
  expect(hostText(' nats://me@My_Host:4222/a ')).toBe('My_Host');
});

test('what a change does not name stays as it is, in any address', () => {
  const part = (characters: string): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom(...characters), maxLength: 8 });
  const host = fc.string({ unit: fc.constantFrom(...'ab.-1'), minLength: 1, maxLength: 8 });
  const scheme = fc.constantFrom('', 'nats://', 'TLS://', 'jdbc:mysql://');
  fc.assert(fc.property(scheme, part('a:$()'), host, fc.constantFrom('', ':1', ':4222'), part('/?a'), (first, user, name, port, rest) => {
    const userInfo = user === '' ? '' : `${user}@`;
    const tail = rest === '' ? '' : `/${rest}`;
    const text = `${first}${userInfo}${name}${port}${tail}`;
    expect(changed(text, { host: 'bus.messaging' })).toBe(`${first}${userInfo}bus.messaging${port}${tail}`);
  }), { numRuns: 300 });
});
