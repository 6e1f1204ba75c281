import { ServiceEndpoint } from '../../../src/address/service-endpoint';
import { configuredUrl } from '../../../src/config/private/configured-url';

const engine = ServiceEndpoint.http({ service: 'engine', namespace: 'apps', port: 80 });

test('without a path the value is the URL of the endpoint', () => {
  expect(configuredUrl({ ...engine, url: 'http://engine/' }, 'ENGINE')).toBe('http://engine/');
});

test('a path is joined with one slash', () => {
  expect(configuredUrl({ ...engine, url: 'http://engine/' }, 'ENGINE', '/trade')).toBe('http://engine/trade');
});

test('a path without a slash is refused', () => {
  expect(() => configuredUrl(engine, 'ENGINE', 'trade')).toThrow("path 'trade' is none");
});

test('an endpoint without a URL is refused with the way out', () => {
  expect(() => configuredUrl({ ...engine, description: 'mysql', url: undefined }, 'DB'))
    .toThrow('key DB cannot hold the URL of mysql, which has none to show; connect to it by a key of a Secret');
});

test.each([
  ['NATS_URL', 'nats://nats.example.com:4222'],
  ['UPSTREAM', 'nats://10.0.0.5:4222'],
  ['UPSTREAM', 'nats://nats-server:4222'],
  ['NATS_URL', 'http://nats-server.nats.svc.cluster.local:4222'],
  ['NATS_URL', 'nats-server.nats:4222'],
  ['NATS_TLS', 'tls://10.0.0.5:4222'],
  ['NATS_WS', 'wss://nats.example.com'],
  ['NATS_WS', 'ws://nats.example.com'],
])('for key %s the NATS URL %s is refused', (key, url) => {
  expect(() => configuredUrl({ ...engine, url }, key)).toThrow(`the endpoint of key ${key} has no NATS URL by a full name`);
});

test.each([
  ['NATS_URL', 'nats://nats-server.nats.svc.cluster.local:4222'],
  ['UPSTREAM', 'nats://nats-server.nats.svc.k8s.example.com:4222'],
  ['NATS_URL', 'nats://nats-0.nats.svc.cluster.local:4222'],
  ['NATS_WS', 'ws://nats-server.nats.svc.cluster.local:8080'],
  ['STREAM', 'wss://stream.binance.com:9443'],
  ['SYSLOG', 'tls://logs.example.com:6514'],
  ['REDIRECT', 'https://example.com/?to=nats://nats-server:4222'],
  ['NATS_DOCS', 'https://example.com/?to=tls://nats-server:4222'],
  ['NATS_MONITORING', 'http://nats-server.nats.svc.cluster.local:8222'],
])('for key %s the URL %s is accepted', (key, url) => {
  expect(configuredUrl({ ...engine, url }, key)).toBe(url);
});

test.each(['url', 'description'])('an endpoint with user info in its %s is refused without quoting it', prop => {
  const endpoint = { ...engine, [prop]: 'https://user:hunter2@example.com' };
  expect(() => configuredUrl(endpoint, 'ENGINE')).toThrow('the endpoint of key ENGINE holds a URL with user info');
  expect(() => configuredUrl(endpoint, 'ENGINE')).not.toThrow('hunter2');
});
