import { deployment, object, service, wrong } from './fixtures';
import { ObjectSet } from './object-set';
import { destinationOf } from './service-address';
import {
  ingressDeadBackend, natsUrlUnresolvable, servicePortNotDeclared, serviceSelectsJobPods, serviceSelectsNoPods, urlPortMismatch, urlUnknownService,
} from './service-rules';

const target = service('s', 'a');
const server = deployment('a', { ports: [{ containerPort: 8080 }] });
const client = (url: string) => deployment('c', { env: [{ name: 'URL', value: url }] });

test('serviceSelectsNoPods accepts a Service with pods and no other', () => {
  expect([wrong(serviceSelectsNoPods, 'Service/s', target, server), wrong(serviceSelectsNoPods, 'Service/s', target)])
    .toEqual([[], ['Service/s: selects no pods']]);
});

test('serviceSelectsJobPods reports a Job with the labels of the Service', () => {
  const job = object('Job', 'j', { spec: { template: { metadata: { labels: { app: 'a' } }, spec: { containers: [] } } } });
  expect([wrong(serviceSelectsJobPods, 'Service/s', target, server), wrong(serviceSelectsJobPods, 'Service/s', target, server, job)])
    .toEqual([[], ['Service/s: sends to pods of Job/j']]);
});

test('servicePortNotDeclared reports a port that no container has', () => {
  expect([wrong(servicePortNotDeclared, 'Service/s', target, server), wrong(servicePortNotDeclared, 'Service/s', target, deployment('a'))])
    .toEqual([[], ['Service/s: no container declares port 8080']]);
});

test('ingressDeadBackend reports a Service without the port or without pods', () => {
  const paths = (number: number) => [{ backend: { service: { name: 's', port: { number } } } }];
  const ingress = (number: number) => object('Ingress', 'i', { spec: { rules: [{ http: { paths: paths(number) } }] } });
  const check = (...objects: Parameters<typeof wrong>[2][]) => wrong(ingressDeadBackend, 'Ingress/i', ...objects).length;
  const found = [check(ingress(80), target, server), check(ingress(81), target, server), check(ingress(80), target), check(ingress(80))];
  expect(found).toEqual([0, 1, 1, 1]);
});

test('urlUnknownService reports a Service that does not exist, and no host outside', () => {
  expect(['http://s', 'http://t', 'https://example.com'].map(url => wrong(urlUnknownService('URL'), 'Deployment/c', client(url), target)))
    .toEqual([[], ['Deployment/c: URL names t, which is no Service'], []]);
});

test('urlPortMismatch reports a pod port where the Service\'s is needed', () => {
  expect(['http://s', 'http://s:8080'].map(url => wrong(urlPortMismatch('URL'), 'Deployment/c', client(url), target)))
    .toEqual([[], ['Deployment/c: URL uses port 8080, which Service/s does not have']]);
});

describe('natsUrlUnresolvable', () => {
  const nats = object('Service', 'nats', { spec: { ports: [{ port: 4222 }] } });
  const natsClient = (...env: object[]) => deployment('c', { env });

  test('accepts a workload whose URL leads to the Service', () => {
    expect(wrong(natsUrlUnresolvable, 'Deployment/c', nats, natsClient({ name: 'NATS_URL', value: 'nats://nats.apps.svc.cluster.local:4222' }))).toEqual([]);
  });

  test('reports a workload without the variable', () => {
    expect(wrong(natsUrlUnresolvable, 'Deployment/c', nats, natsClient())).toEqual(['Deployment/c: has no NATS_URL']);
  });

  test('looks into a ConfigMap as well', () => {
    const config = (url: string) => object('ConfigMap', 'c', { data: { NATS_URL: url } });
    expect(['nats://nats', 'nats://gnatsd'].map(url => wrong(natsUrlUnresolvable, 'ConfigMap/c', nats, config(url))))
      .toEqual([[], ['NATS_URL names gnatsd, which is no Service']]);
  });
});

describe('destinationOf', () => {
  const set = new ObjectSet([target, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'apps' } }], []);

  test.each(['s', 's.apps', 's.apps.svc', 's.apps.svc.cluster.local'])('%s is the Service', (host) => {
    expect(destinationOf(set, `http://${host}`, 'apps')).toEqual({ type: 'service', service: target, port: 80 });
  });

  test('a name whose second part is no namespace lies outside', () => {
    expect(destinationOf(set, 'https://s.example', 'apps')).toEqual({ type: 'external', host: 's.example', port: 443 });
  });
});
