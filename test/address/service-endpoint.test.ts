import { ServiceEndpoint } from '../../src/address/service-endpoint';
import { ValueSource } from '../../src/address/value-source';

const dataManager = { service: 'petrosa-data-manager', namespace: 'petrosa-apps', port: 80 };

test('an HTTP URL has the port of the Service', () => {
  expect(ServiceEndpoint.http(dataManager).url).toBe('http://petrosa-data-manager.petrosa-apps.svc.cluster.local:80');
});
test('an HTTP URL ends in the path', () => {
  expect(ServiceEndpoint.http({ ...dataManager, path: '/api' }).url).toBe('http://petrosa-data-manager.petrosa-apps.svc.cluster.local:80/api');
});
test('a gRPC target is resolved by DNS', () => {
  expect(ServiceEndpoint.grpc(dataManager).url).toBe('dns:///petrosa-data-manager.petrosa-apps.svc.cluster.local:80');
});
test('a TCP URL has the scheme tcp', () => {
  expect(ServiceEndpoint.tcp(dataManager).url).toBe('tcp://petrosa-data-manager.petrosa-apps.svc.cluster.local:80');
});
test('the egress is on the pod port, to the pods', () => {
  expect(ServiceEndpoint.http({ ...dataManager, podPort: 8000, podLabels: { app: 'data-manager' } }).egress).toEqual([
    { peers: [{ namespace: 'petrosa-apps', podLabels: { app: 'data-manager' } }], ports: [{ port: 8000 }] },
  ]);
});
test('no variable is given unless it is named', () => expect(ServiceEndpoint.http(dataManager).variables).toEqual([]));
test('the variable that is named holds the URL', () => {
  expect(ServiceEndpoint.http({ ...dataManager, env: 'DATA_MANAGER_URL' }).variables).toEqual([
    { name: 'DATA_MANAGER_URL', source: ValueSource.endpointUrl() },
  ]);
});
test('it is in the cluster', () => expect(ServiceEndpoint.tcp(dataManager).inCluster).toBe(true));
test('an invalid variable name is refused', () => {
  expect(() => ServiceEndpoint.http({ ...dataManager, env: 'data url' })).toThrow("'data url' is no name of an environment variable");
});
test('a path without a slash is refused', () => expect(() => ServiceEndpoint.http({ ...dataManager, path: 'api' })).toThrow("path 'api' is none"));
test('an invalid label is refused', () => {
  expect(() => ServiceEndpoint.tcp({ ...dataManager, podLabels: { app: 'a b' } })).toThrow('label app has the invalid value');
});
test('a port out of range is refused', () => expect(() => ServiceEndpoint.grpc({ ...dataManager, port: 0 })).toThrow('port 0 is no port'));
