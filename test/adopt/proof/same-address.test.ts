import { isSameAddress } from '../../../src/adopt/proof/same-address';

const isSame = (from: string, to: string): boolean => isSameAddress(from, to, { namespace: 'shop', zone: 'cluster.local', name: 'API_URL' });

test.each([
  ['nats://nats:4222', 'nats://nats.shop.svc.cluster.local:4222'],
  ['nats://nats.bank', 'nats://nats.bank.svc.cluster.local:4222'],
  ['http://prices.bank.svc/all', 'http://prices.bank.svc.cluster.local:80/all'],
  ['http://prices.shop.svc.cluster.local', 'http://prices.shop.svc.cluster.local:80'],
  ['redis://user@cache:6379/1', 'redis://user@cache.shop.svc.cluster.local:6379/1'],
])('%s is %s', (from, to) => {
  expect(isSame(from, to)).toBe(true);
});

test.each([
  ['another Service', 'nats://nats:4222', 'nats://other.shop.svc.cluster.local:4222'],
  ['another namespace', 'nats://nats:4222', 'nats://nats.bank.svc.cluster.local:4222'],
  ['another zone', 'nats://nats:4222', 'nats://nats.shop.svc.example.org:4222'],
  ['another port', 'nats://nats:4222', 'nats://nats.shop.svc.cluster.local:4223'],
  ['another scheme', 'http://prices:8080', 'https://prices.shop.svc.cluster.local:8080'],
  ['another path', 'http://prices/all', 'http://prices.shop.svc.cluster.local:80/some'],
  ['another user', 'redis://a@cache:6379', 'redis://b@cache.shop.svc.cluster.local:6379'],
  ['one of two servers', 'nats://a:4222,nats://b:4222', 'nats://a.shop.svc.cluster.local:4222'],
  ['no address', 'info', 'debug'],
])('%s is not the same', (_, from, to) => {
  expect(isSame(from, to)).toBe(false);
});
