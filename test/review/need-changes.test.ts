import { CLIENT, CLOSED, deployment, policy, REDIS, reviewed } from './support/reviewed';

describe('connections', () => {
  const needs = (before: string, after: string) => reviewed(before, after).needs.map(({ kind, workload, what, endpoint }) => `${kind} ${workload} ${what} ${endpoint}`);

  test('are lost where a policy closes the way, with the link that decides', () => {
    const { needs: [need] } = reviewed(CLIENT + REDIS, CLIENT + REDIS + CLOSED);
    expect(need).toMatchObject({ kind: 'lost', workload: 'shop/api[Deployment]', endpoint: 'redis:6379 TCP', name: 'REDIS_URL', file: 'k8s/all.yaml' });
    expect([need.link, need.fix]).toEqual([expect.stringContaining('shop/closed'), expect.stringContaining('TCP 6379')]);
  });

  test('are gained where it opens, without anything to fix', () => {
    const [need] = reviewed(CLIENT + REDIS + CLOSED, CLIENT + REDIS).needs;
    expect([need.kind, need.fix]).toEqual(['gained', undefined]);
  });

  test('that a workload asks for anew are gained or blocked', () => {
    expect([...needs(deployment('api') + REDIS, CLIENT + REDIS), ...needs(deployment('api') + REDIS + CLOSED, CLIENT + REDIS + CLOSED)]).toEqual([
      'gained shop/api[Deployment] Redis redis:6379 TCP', 'blocked shop/api[Deployment] Redis redis:6379 TCP',
    ]);
  });

  test('that nobody asks for any more are dropped', () => {
    expect(needs(CLIENT + REDIS, deployment('api') + REDIS)).toEqual(['dropped shop/api[Deployment] Redis redis:6379 TCP']);
  });

  test('that were blocked and are not asked for any more are not worth a word', () => {
    expect(needs(CLIENT + REDIS + CLOSED, deployment('api') + REDIS + CLOSED)).toEqual([]);
  });

  test('by another name of the same Service are the same', () => {
    expect(needs(CLIENT + REDIS, CLIENT.replace('redis:6379', 'redis.shop.svc.cluster.local:6379') + REDIS)).toEqual([]);
  });

  test('that manifests no longer decide are unknown', () => {
    expect(needs(CLIENT + REDIS, CLIENT)).toEqual(['unknown shop/api[Deployment] Redis redis:6379 TCP']);
  });

  test('that were blocked and are no longer decided are not worth a word', () => {
    expect(needs(CLIENT + REDIS + CLOSED, CLIENT)).toEqual([]);
  });

  test('through two variables to one Service are one', () => {
    const both = 'env: [{ name: REDIS_URL, value: "redis://redis:6379" }, { name: CACHE_REDIS_URL, value: "redis://redis.shop:6379" }]';
    expect(needs(deployment('api') + REDIS, deployment('api', both) + REDIS)).toEqual(['gained shop/api[Deployment] Redis redis:6379 TCP']);
  });

  test('to an address of version 6 have it in brackets', () => {
    const client = deployment('api', 'env: [{ name: REDIS_URL, value: "redis://[2001:db8::7]:6379" }]');
    expect(needs(deployment('api'), client)).toEqual([expect.stringContaining(' [2001:db8::7]:6379 TCP')]);
  });

  test('to a host that a Secret names are told by their port', () => {
    const secret = 'env: [{ name: REDIS_URL, valueFrom: { secretKeyRef: { name: keys, key: url } } }]';
    const open = deployment('api', secret) + policy('out', 'podSelector: {}, policyTypes: [Egress], egress: [{}]');
    const closed = deployment('api', secret) + policy('out', 'podSelector: {}, policyTypes: [Egress]');
    expect(needs(open, closed)).toEqual(['lost shop/api[Deployment] Redis a host that a Secret names:6379 TCP']);
  });
});
