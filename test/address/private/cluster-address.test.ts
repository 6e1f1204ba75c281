import * as fc from 'fast-check';
import { clusterAddressIn } from '../../../src/address/private/cluster-address';

test.each([
  'nats://nats-server.nats.svc.cluster.local:4222',
  'nats://nats.example.com',
  'tls://nats.example.com:4222',
  'NATS://nats.example.com',
  'nats-server:4222',
  '10.0.0.5:4222',
  'a.example.com:4222,b.example.com:4222',
  'servers:\n  - nats://nats-server:4222\n',
])('%j is a NATS URL', value => {
  expect(clusterAddressIn('KEY', value)).toBe('a NATS URL');
});

test.each(['NATS_URL', 'NATS_SERVERS', 'nats-host', 'APP_NATS_SERVER_URL', 'natsServerUrl', 'nats.address'])('whatever the key %s holds is a NATS URL', key => {
  expect(clusterAddressIn(key, 'anything')).toBe('a NATS URL');
});

test.each(['NATS_ENABLED', 'NATS_SUBJECT_PREFIX', 'NATS_CONSUMER_GROUP', 'NATS_URL_TIMEOUT', 'GNATS_HOSTING'])('the key %s holds no NATS URL', key => {
  expect(clusterAddressIn(key, 'anything')).toBeUndefined();
});

test.each(['', ' '])('an empty NATS URL is none: %j', value => {
  expect(clusterAddressIn('NATS_URL', value)).toBeUndefined();
});

test.each([
  ['redis://petrosa-redis:6379', 'the URL of the Service petrosa-redis'],
  ['mongodb://petrosa-mongo:27017', 'the URL of the Service petrosa-mongo'],
  ['http://petrosa-tradeengine-service/trade/signal', 'the URL of the Service petrosa-tradeengine-service'],
  ['http://alloy.observability.svc:4317', 'the URL of the Service alloy.observability.svc'],
  ['http://alloy.observability.svc.k8s.example:4317', 'the URL of the Service alloy.observability.svc.k8s.example'],
  ['http://ALLOY.observability.svc.cluster.local.', 'the URL of the Service alloy.observability.svc.cluster.local'],
  ['http://pod.cluster.local', 'the URL of the Service pod.cluster.local'],
  ['dns:///api.apps.svc.cluster.local:50051', 'the URL of the Service api.apps.svc.cluster.local'],
  ['jdbc:mysql://mysql/klines', 'the URL of the Service mysql'],
  ['https://a.example.com,http://b:80', 'the URL of the Service b'],
  ['http://b:80\n', 'the URL of the Service b'],
  ['["http://b:80"]', 'the URL of the Service b'],
  ['redis://user:pw@petrosa-redis:6379', 'the URL of the Service petrosa-redis'],
  ['http://192.168.194.253:4317', 'the URL of the address 192.168.194.253'],
  ['http://[fd00::1]:80', 'the URL of the address fd00::1'],
  ['http://0xC0A8C2FD', 'the URL of the address 0xc0a8c2fd'],
  ['http://8.8.8.8', 'the URL of the address 8.8.8.8'],
])('%s is %s', (value, what) => {
  expect(clusterAddressIn('KEY', value)).toBe(what);
});

test.each([
  'https://fapi.binance.com',
  'wss://stream.binance.com:9443/ws',
  'mongodb+srv://cluster0.abc.mongodb.net',
  'http://localhost:8080',
  'http://127.0.0.1:8080',
  'http://[::1]:8080',
  'http://0.0.0.0:8080',
  'https://svc.example.com',
  'https://x.svc.example.com',
  's3://bucket/key',
  's3a://bucket/key',
  'gs://bucket/key',
  'file:///etc/app.yaml',
  'file://etc/app.yaml',
  '--config=file://etc/app.yaml',
  'unix:///var/run/app.sock',
  'unix://run/app.sock',
  'https://{strategy}/x',
  'upstream api {\n  server http://backend;\n}\n',
  'binance.futures.websocket.data',
  '4222',
  ':4222',
  'db.example.com:42220',
  'INFO',
  '',
])('%j is no address of the cluster', value => {
  expect(clusterAddressIn('KEY', value)).toBeUndefined();
});

const label = fc.stringMatching(/^[a-z]([a-z0-9-]{0,10}[a-z0-9])?$/);

test('a NATS URL is seen whatever its host is', () => {
  fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.ipV4Extended(), fc.domain(), label), host => clusterAddressIn('KEY', `nats://${host}:4222`) === 'a NATS URL'));
});

test('the URL of a Service is seen under any scheme, name and port', () => {
  const scheme = fc.constantFrom('http', 'https', 'redis', 'mongodb', 'grpc', 'ws', 'tcp');
  fc.assert(fc.property(scheme, label, label, fc.integer({ min: 1, max: 65535 }), (name, service, namespace, port) =>
    clusterAddressIn('KEY', `${name}://${service}.${namespace}.svc.cluster.local:${port}/x`) !== undefined));
});

test.each([
  ['NATS_ADDR', '10.0.0.5'],
  ['NATS_ADDR', '10.0.0.5\n'],
  ['NATS_BROKERS', 'nats-server:4222'],
  ['NATS_SERVER_IP', '10.1.2.3'],
  ['NATS_PEERS', '10.0.0.5,10.0.0.6'],
  ['MY-NATS', '0x0A000005'],
  ['nats.ws', 'ws://nats.example.com'],
  ['NATS_HOSTNAME', 'nats-server.nats.svc.cluster.local'],
])('for the key %s the value %j is a NATS URL', (key, value) => {
  expect(clusterAddressIn(key, value)).toBe('a NATS URL');
});

test.each([
  ['NATS_ENABLED', 'true'],
  ['NATS_TOPIC', 'a.b.c'],
  ['NATS_CONSUMER_GROUP', 'x'],
  ['NATS_CONSUMER_NAME', 'tradeengine'],
  ['NATS_MAX_RECONNECT', '5'],
  ['NATS_MAX_RECONNECT', '60'],
  ['NATS_TIMEOUT', '1.5'],
  ['NATS_VERSION', '2.10.3'],
  ['NATS_TOPICS', 'a.b,c.d'],
  ['ADDR', '10.0.0.5'],
])('for the key %s the value %s is no address', (key, value) => {
  expect(clusterAddressIn(key, value)).toBeUndefined();
});

test('of two labels, the second one with a hyphen is a namespace', () => {
  expect(clusterAddressIn('KEY', 'http://api.petrosa-apps/x')).toBe('the URL of the Service api.petrosa-apps');
});

test.each(['https://binance.com', 'https://example.xn--p1ai', 'https://api.my-host.com'])('%s is outside', value => {
  expect(clusterAddressIn('KEY', value)).toBeUndefined();
});
