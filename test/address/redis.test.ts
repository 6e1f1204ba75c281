import { KnownSecret } from '../../src/address/known-secret';
import { Redis } from '../../src/address/redis';
import { ValueSource } from '../../src/address/value-source';

const service = { service: 'redis', namespace: 'data' };
const uri = KnownSecret.of({ name: 'credentials', keys: ['REDIS'] }).key('REDIS');

test('in the cluster the URL is the full name with the port', () => expect(Redis.of(service).url).toBe('redis://redis.data.svc.cluster.local:6379'));
test('the egress is on the pod port', () => {
  expect(Redis.of({ ...service, port: 80, podPort: 6379 }).egress).toEqual([{ peers: [{ namespace: 'data' }], ports: [{ port: 6379 }] }]);
});
test('outside the cluster the URL is host and port', () => {
  expect(Redis.of({ host: 'redis.example.com', port: 6380 })).toMatchObject({ url: 'redis://redis.example.com:6380', inCluster: false });
});
test('REDIS_URL holds the URL', () => expect(Redis.of(service).variables).toEqual([{ name: 'REDIS_URL', source: ValueSource.endpointUrl() }]));
test('the variable can have another name', () => expect(Redis.of({ ...service, env: 'CACHE' }).variables[0].name).toBe('CACHE'));
test('a URL in a Secret is not known', () => {
  const redis = Redis.of({ ...service, uri });
  expect([redis.url, redis.description, redis.variables]).toEqual([
    undefined, 'redis://redis.data.svc.cluster.local:6379', [{ name: 'REDIS_URL', source: ValueSource.secretKey(uri) }],
  ]);
});
test('a suffix needs the URL of a Secret', () => {
  expect(() => Redis.of({ host: '*.example.com' })).toThrow('the variable REDIS_URL has no value');
});
test('a suffix has no URL', () => expect(Redis.of({ host: '*.example.com', uri }).url).toBeUndefined());
