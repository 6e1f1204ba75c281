import * as fc from 'fast-check';
import { KnownSecret } from '../../src/address/known-secret';
import { NatsScheme, NatsServer, NatsServerProps } from '../../src/address/nats-server';
import { NatsUrl } from '../../src/address/nats-url';
import { NatsUrlClass } from '../../src/address/nats-url-class';
import { ValueSource } from '../../src/address/value-source';

const natsWith = (props: Partial<NatsServerProps> = {}) => NatsServer.of({ service: 'nats-server', namespace: 'nats', ...props });
const secret = KnownSecret.of({ name: 'nats-credentials', keys: ['password', 'token', 'user'] });
const [user, password, token] = ['user', 'password', 'token'].map(key => secret.key(key));

const arbitraryServer = fc.record({
  service: fc.oneof(fc.constantFrom('nats-0', 'svc', 'localhost'), fc.stringMatching(/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/)),
  namespace: fc.oneof(fc.constantFrom('10', 'svc', 'nats-0'), fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/)),
  port: fc.integer({ min: 1, max: 65535 }),
});

test('the URL is the one of the rule book', () => expect(natsWith().url).toBe('nats://nats-server.nats.svc.cluster.local:4222'));
test.each([NatsScheme.TLS, NatsScheme.WS, NatsScheme.WSS])('the URL has the scheme %s', scheme => {
  expect(natsWith({ scheme, port: 4222 }).url).toBe(`${scheme}://nats-server.nats.svc.cluster.local:4222`);
});
test.each([NatsScheme.WS, NatsScheme.WSS])('without a port the scheme %s is refused', scheme => {
  expect(() => natsWith({ scheme })).toThrow(`scheme ${scheme} has no port of its own in NATS`);
});
test('TLS has the port of NATS', () => expect(natsWith({ scheme: NatsScheme.TLS }).url).toBe('tls://nats-server.nats.svc.cluster.local:4222'));
test('the URL has the zone', () => expect(natsWith({ zone: 'k8s.example.com' }).url).toBe('nats://nats-server.nats.svc.k8s.example.com:4222'));
test('the URL has the port of the Service, the egress that of the pods', () => {
  const nats = natsWith({ port: 80, podPort: 4333 });
  expect([nats.url, nats.podPort, nats.egress]).toEqual([
    'nats://nats-server.nats.svc.cluster.local:80', 4333, [{ peers: [{ namespace: 'nats' }], ports: [{ port: 4333 }] }],
  ]);
});
test('the pods have the port of the Service unless told otherwise', () => expect(natsWith({ port: 4333 }).podPort).toBe(4333));
test('the egress selects the pods by their labels', () => {
  expect(natsWith({ podLabels: { app: 'nats' } }).egress[0].peers).toEqual([{ namespace: 'nats', podLabels: { app: 'nats' } }]);
});
test('the labels of the pods are known to the policies of the server', () => {
  expect(natsWith({ podLabels: { app: 'nats' } }).podLabels).toEqual({ app: 'nats' });
});
test('clients reach it in the cluster by a name', () => {
  expect(natsWith()).toMatchObject({ inCluster: true, needsDns: true, address: { service: 'nats-server', namespace: 'nats' } });
});
test('the description is the URL', () => expect(natsWith().description).toBe(natsWith().url));

test('the only variable is NATS_URL, the URL', () => {
  expect(natsWith().variables).toEqual([{ name: 'NATS_URL', source: ValueSource.endpointUrl() }]);
});
test('user and password follow the URL, from the Secret', () => {
  expect(natsWith({ credentials: { user, password } }).variables.slice(1)).toEqual([
    { name: 'NATS_USER', source: ValueSource.secretKey(user) },
    { name: 'NATS_PASSWORD', source: ValueSource.secretKey(password) },
  ]);
});
test('a token follows the URL, from the Secret', () => {
  expect(natsWith({ credentials: { token } }).variables.slice(1)).toEqual([{ name: 'NATS_TOKEN', source: ValueSource.secretKey(token) }]);
});
test('credentials do not get into the URL', () => expect(natsWith({ credentials: { user, password } }).url).toBe(natsWith().url));
test('a user without password is refused', () => expect(() => natsWith({ credentials: { user } })).toThrow('credentials lack the password'));
test('a password without user is refused', () => expect(() => natsWith({ credentials: { password } })).toThrow('credentials lack the user'));
test.each([{ user, password, token }, { user, token }, { password, token }])('a token excludes user and password (%#)', credentials => {
  expect(() => natsWith({ credentials })).toThrow('credentials have both a token and a user or password');
});

test('the monitoring interface is HTTP on the port of its own', () => {
  const nats = natsWith({ podLabels: { app: 'nats' }, zone: 'k8s.example.com', monitoringPort: 8223 });
  expect(nats.monitoring).toMatchObject({
    url: 'http://nats-server.nats.svc.k8s.example.com:8223',
    egress: [{ peers: [{ namespace: 'nats', podLabels: { app: 'nats' } }], ports: [{ port: 8223 }] }],
    variables: [],
  });
});
test('the monitoring interface is on the pod port of its own where clients have another', () => {
  expect(natsWith({ podPort: 4333 }).monitoring.egress[0].ports).toEqual([{ port: 8222 }]);
});
test('monitoring and routes have the ports that NATS documents', () => {
  expect(natsWith()).toMatchObject({ monitoringPort: 8222, routePort: 6222 });
});
test('monitoring and routes have the ports that are given', () => {
  expect(natsWith({ monitoringPort: 1, routePort: 2 })).toMatchObject({ monitoringPort: 1, routePort: 2 });
});

test.each(['port', 'podPort', 'monitoringPort', 'routePort'])('%s 70000 is refused', prop => {
  expect(() => natsWith({ [prop]: 70000 })).toThrow(`${prop} 70000 is no port; write a whole number from 1 to 65535`);
});
test.each(['10.0.0.5', 'nats.nats', 'Nats'])('service %s is refused', service => {
  expect(() => natsWith({ service })).toThrow(`service '${service}' is`);
});

test('the URL of any server is full to those who read it', () => {
  const zone = fc.constantFrom('cluster.local', 'k8s.example.com', 'local');
  fc.assert(fc.property(arbitraryServer, zone, fc.constantFrom(...Object.values(NatsScheme)), (server, inZone, scheme) => {
    const { url } = NatsServer.of({ ...server, zone: inZone, scheme });
    const read = NatsUrl.parse(url!, { zone: inZone, server });
    expect({ urlClass: read.urlClass, canonical: read.canonical, port: read.port }).toEqual({
      urlClass: NatsUrlClass.FULL, canonical: url, port: server.port,
    });
  }));
});
