import { ServiceAddress, ServiceAddressParts } from '../../src/address/service-address';

const addressWith = (parts: Partial<ServiceAddressParts>) => () => ServiceAddress.of({ service: 'nats-server', namespace: 'nats', ...parts });

test('the host is the full name in the default zone', () => {
  expect(addressWith({})().host).toBe('nats-server.nats.svc.cluster.local');
});
test('the host is in the zone that is given', () => {
  expect(addressWith({ zone: 'k8s.example.com' })().host).toBe('nats-server.nats.svc.k8s.example.com');
});
test('a namespace may begin with a digit', () => expect(addressWith({ namespace: '1st' })().namespace).toBe('1st'));

test.each(['10.0.0.5', '127.1', '3232298749', '0xC0A8C2FD', '::1'])('service %s is an address', service => {
  expect(addressWith({ service })).toThrow(`service '${service}' is an address`);
});
test('an address is answered with what to write', () => {
  expect(addressWith({ service: '10.0.0.5' })).toThrow('; write the name of the Service, such as nats-server');
});
test('a service with dots is more than a label', () => {
  expect(addressWith({ service: 'nats-server.nats' })).toThrow("service 'nats-server.nats' is more than one DNS label");
});
test('a namespace with dots is more than a label', () => {
  expect(addressWith({ namespace: 'nats.svc' })).toThrow("namespace 'nats.svc' is more than one DNS label");
});
test('a service in upper case is refused', () => expect(addressWith({ service: 'Nats' })).toThrow("service 'Nats' is not in lower case"));
test('a namespace in upper case is refused', () => expect(addressWith({ namespace: 'NATS' })).toThrow("namespace 'NATS' is not in lower case"));
test('a service that begins with a digit is refused', () => {
  expect(addressWith({ service: '1nats' })).toThrow('no DNS label that begins with a letter (RFC 1035)');
});
test.each(['', 'nats_srv', '-nats', 'nats-', 'n'.repeat(64)])('service %j is no DNS label', service => {
  expect(addressWith({ service })).toThrow('is no DNS label that begins with a letter');
});
test.each(['', 'my_ns', 'n'.repeat(64)])('namespace %j is no DNS label', namespace => {
  expect(addressWith({ namespace })).toThrow('is no DNS name (RFC 1123); write the name of the namespace, such as nats');
});
test('a service that is a URL is refused', () => expect(addressWith({ service: 'nats://nats-server:4222' })).toThrow('is a URL or a path'));
test('a credential in a name is not quoted', () => expect(addressWith({ service: 'nats://u:pw@nats' })).toThrow('(not shown, it may hold a credential)'));
test.each(['service', 'namespace'])('a missing %s is refused', part => {
  expect(addressWith({ [part]: undefined as unknown as string })).toThrow(`${part} undefined is no text`);
});
test.each([
  ['', 'no DNS name (RFC 1123)'], ['.', 'no DNS name (RFC 1123)'], ['cluster.local.', 'no DNS name (RFC 1123)'],
  ['Cluster.local', 'not in lower case'], ['10.0.0.1', 'an address'], ['zone.7', 'an address'],
])('zone %j is refused as %s', (zone, what) => {
  expect(addressWith({ zone })).toThrow(`zone '${zone}' is ${what}`);
});
test('a zone that is refused is answered with what to write', () => {
  expect(addressWith({ zone: '' })).toThrow('; write the DNS zone of the cluster, such as cluster.local');
});
test('a zone that makes the name too long is refused', () => {
  expect(addressWith({ zone: `${'a'.repeat(60)}.`.repeat(4) + 'com' })).toThrow('makes a name of more than 253 characters');
});
