import { portNumber, urlParts } from '../../../src/address/private/url-parts';

test('a whole URL falls into its parts', () => {
  expect(urlParts('NATS://Tok@Nats:4223/x?y')).toEqual({
    scheme: 'nats', userInfo: 'Tok', host: 'nats', bracketed: false, port: '4223', tail: '/x?y',
  });
});

test('a name before a single colon is a host, not a scheme', () => {
  expect(urlParts('nats:4222')).toEqual({ userInfo: '', host: 'nats', bracketed: false, port: '4222', tail: '' });
});

test('user info ends at the last at sign', () => {
  expect(urlParts('nats://u:p@ss/w@host')).toMatchObject({ userInfo: 'u:p@ss/w', host: 'host' });
});

test('brackets hold an IPv6 address and its port follows them', () => {
  expect(urlParts('[FD00::1]:4222')).toMatchObject({ host: 'fd00::1', bracketed: true, port: '4222' });
});

test('nothing behind the bracket is no port', () => {
  expect(urlParts('[fd00::1]')).toMatchObject({ host: 'fd00::1', bracketed: true, port: undefined });
});

test('a bracket that is not closed is part of the host', () => {
  expect(urlParts('[::1')).toMatchObject({ host: '[::1', bracketed: false });
});

test('a path without a host is no host', () => expect(urlParts('nats:///x')).toMatchObject({ host: '', tail: '/x' }));

test('a port without a host is no host', () => expect(urlParts(':4222')).toMatchObject({ host: '', port: '4222' }));

test('text between bracket and colon spoils the port', () => {
  expect(portNumber(urlParts('[fd00::1]x:4222').port)).toBeUndefined();
});

test('several colons without brackets hold no port', () => {
  expect(urlParts('fd00::1:4222')).toMatchObject({ host: 'fd00::1:4222', bracketed: false });
  expect(urlParts('fd00::1:4222').port).toBeUndefined();
});

test.each([[undefined, 4222], ['', 4222], ['1', 1], ['65535', 65535], ['04222', 4222]])('port %j is %d', (text, port) => {
  expect(portNumber(text)).toBe(port);
});

test.each(['0', '65536', '-1', '+1', '4222x', '1e3', '0x10', '4.2', '４２', '9'.repeat(1000)])('%j is no port', text => {
  expect(portNumber(text)).toBeUndefined();
});
