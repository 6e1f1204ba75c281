import { serverPlace } from '../../../src/address/private/place';

const service = { service: 'redis', namespace: 'data' };

test('a Service is reached at its pods', () => {
  expect(serverPlace({ ...service, podPort: 6380, podLabels: { app: 'redis' }, zone: 'example.com' }, 6379)).toEqual({
    reach: { inCluster: true, egress: [{ peers: [{ namespace: 'data', podLabels: { app: 'redis' } }], ports: [{ port: 6380 }] }] },
    authority: 'redis.data.svc.example.com:6379',
    exact: true,
  });
});
test('a host is reached at its ranges', () => {
  expect(serverPlace({ host: '*.example.com', cidrs: ['203.0.113.0/24'] }, 6379)).toEqual({
    reach: { inCluster: false, egress: [{ peers: [{ cidr: '203.0.113.0/24' }], ports: [{ port: 6379 }] }] },
    authority: '*.example.com:6379',
    exact: false,
  });
});
test('a host may have IPv6', () => expect(serverPlace({ host: 'a.example.com', ipv6: true }, 1).reach.egress[0].peers).toHaveLength(2));
test.each([{}, { service: 'redis' }, { namespace: 'data' }])('%j is no place', at => {
  expect(() => serverPlace(at, 6379)).toThrow('the server has no place; give service and namespace, or the host outside the cluster');
});
test.each([
  { service: 'redis' }, { namespace: 'data' }, { zone: 'cluster.local' }, { podPort: 1 }, { podLabels: {} },
])('%j together with a host is refused', at => {
  expect(() => serverPlace({ host: 'a.example.com', ...at }, 1)).toThrow(`${Object.keys(at)[0]} belongs to a Service of the cluster`);
});
test.each([{ cidrs: [] }, { ipv6: true }])('%j together with a Service is refused', at => {
  expect(() => serverPlace({ ...service, ...at }, 1)).toThrow(`${Object.keys(at)[0]} belongs to a host outside the cluster`);
});
test('a wrong port of the pods is named', () => {
  expect(() => serverPlace({ ...service, podPort: 0 }, 6379)).toThrow('podPort 0 is no port');
});
