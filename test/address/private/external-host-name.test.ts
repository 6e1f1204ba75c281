import { checkedExternalHost, isWildcard } from '../../../src/address/private/external-host-name';

test.each(['fapi.binance.com', 'binance.com', '*.mysql.dbaas.com.br', 'host.docker.internal', 'x.svc.ms'])('%s is a host outside', host => {
  expect(checkedExternalHost(host)).toBe(host);
});

test.each(['10.0.0.5', '127.1', '3232298749', '0xC0A8C2FD', '*.0.0.5', '10.0.0.999', '::1', 'fd00::1'])('%s is an address', host => {
  expect(() => checkedExternalHost(host)).toThrow('is an address; write its full DNS name');
});

test.each(['binance', 'localhost', '*.com', 'db.localhost', 'a.b.localhost'])('%s is no name of a host outside', host => {
  expect(() => checkedExternalHost(host)).toThrow('not the name of a host outside the cluster; write its full DNS name');
});

test.each(['nats.nats.svc.cluster.local', 'nats.nats.svc', 'nats.nats.svc.k8s.example.com', 'nats-0.nats.nats.svc.example.com',
  '*.nats.svc.cluster.local', 'nats.svc', '10-0-0-5.nats.pod.cluster.local'])('%s is a name of the cluster', host => {
  expect(() => checkedExternalHost(host)).toThrow('the name of a Service of the cluster; give its service and namespace instead');
});

test.each(['https://binance.com', 'binance.com:443', 'binance.com/api'])('%s is more than a name', host => {
  expect(() => checkedExternalHost(host)).toThrow('is more than a name; write its full DNS name');
});

test.each(['binance.com.', 'a_b.com', 'x.*.com', '*', '', 'a..com', 'binance.com?x'])('%s is no DNS name', host => {
  expect(() => checkedExternalHost(host)).toThrow('is no DNS name; write its full DNS name');
});

test('a name in upper case is answered in lower case', () => {
  expect(() => checkedExternalHost('FAPI.Binance.com')).toThrow("not in lower case; write 'fapi.binance.com'");
});
test('a missing name is no name', () => {
  expect(() => checkedExternalHost(undefined as unknown as string)).toThrow('host undefined is no text');
});
test('a credential in a host is not quoted', () => expect(() => checkedExternalHost('mysql://u:pw@db.com')).toThrow('(not shown, it may hold a credential)'));
test('a suffix is a wildcard', () => expect(isWildcard('*.mongodb.net')).toBe(true));
test('a name is no wildcard', () => expect(isWildcard('mongodb.net')).toBe(false));
