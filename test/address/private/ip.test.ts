import { readHyphenatedIp, readIp } from '../../../src/address/private/ip';

test('four decimal parts are the usual spelling', () => {
  expect(readIp('192.168.194.253')).toEqual({ address: '192.168.194.253', disguised: false, kind: 'other' });
});

// Each pair was read off `socket.inet_aton` of Python, that is of glibc.
test.each([
  ['3232298749', '192.168.246.253'], ['0xc0a8c2fd', '192.168.194.253'], ['0XC0A8C2FD', '192.168.194.253'],
  ['0300.0250.0302.0375', '192.168.194.253'], ['127.1', '127.0.0.1'], ['0x7f.1', '127.0.0.1'], ['010.8.8.8', '8.8.8.8'],
  ['1', '0.0.0.1'], ['0000000000000001', '0.0.0.1'], ['1.2.65535', '1.2.255.255'], ['1.2.0377.0x4', '1.2.255.4'], ['10.0.0.010', '10.0.0.8'],
])('%s is %s to getaddrinfo', (host, address) => {
  expect(readIp(host)).toMatchObject({ address, disguised: true });
});

test.each([
  ['127.1.', '127.0.0.1'], ['10.0.0.5.', '10.0.0.5'], ['127%2E1', '127.0.0.1'], ['１２７。１', '127.0.0.1'], ['0x', '0.0.0.0'],
])('%s is %s to URL parsers', (host, address) => {
  expect(readIp(host)).toMatchObject({ address, disguised: true });
});

test.each(['08', '256.1', '1.2.65536', '4294967296', '1..2', '1e3', '0b1', '-1', '', 'nats', 'nats.10', '1.2.3.4.5', '1::2::3', 'fd00:', '::g'])(
  '%j is no address', host => {
    expect(readIp(host)).toBeUndefined();
  });

test.each(['::1', '127.0.0.1', '127.255.255.254', '::ffff:127.0.0.1'])('%s is of the loopback', host => {
  expect(readIp(host)?.kind).toBe('loopback');
});

test.each(['0.0.0.0', '::', '::ffff:0.0.0.0'])('%s is the unspecified address', host => {
  expect(readIp(host)?.kind).toBe('unspecified');
});

test.each(['0.0.0.1', '0.0.0.10', '10.0.0.0', 'fd00::1', '::ffff:10.0.0.5', 'fe80::1%eth0'])('%s is an address of another host', host => {
  expect(readIp(host)).toMatchObject({ disguised: false, kind: 'other' });
});

test('a host of a million characters is no address', () => {
  expect(readIp('1'.repeat(1e6))).toBeUndefined();
});

test('CoreDNS writes addresses of pods with hyphens', () => {
  expect(['10-0-0-5', 'fd00--1', 'nats-0', '10-0-0-300', 'nats'].map(readHyphenatedIp)).toEqual(['10.0.0.5', 'fd00::1', undefined, undefined, undefined]);
});
