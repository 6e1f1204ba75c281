import { answer, Around, deployment, networkOf, service } from './support/network';
import { Link } from '../../src/reachability';

const on = (name: string, namespace: string, ...ports: string[]): string => service(name, namespace, `{ selector: { app: x }, ports: [${ports.map(port => `{ port: ${port} }`).join(', ')}] }`);
const CLOSED: Around = { closedWorld: true };

/** The link of a Service that no manifest shows, asked for by a pod of namespace shop. */
function missing(services: string, around: Around = {}, to = 'store.data.svc.cluster.local:80'): Link {
  return answer(networkOf(deployment('web', 'shop') + services, around), 'web', to).links.find(({ kind }) => kind === 'service')!;
}

describe('the link of a Service that is perhaps not shown', () => {
  test('asks for its manifest', () => {
    expect(missing('')).toEqual({
      kind: 'service', verdict: 'unknown', reason: 'not-known', text: 'Service data/store is in no manifest', fix: 'give its manifest, or the state of the cluster',
    });
  });

  test('says where one of its name is', () => {
    expect(missing(on('store', 'other', '80'))).toEqual({
      kind: 'service', verdict: 'unknown', reason: 'not-known', text: 'Service data/store is in no manifest; there is one in namespace other', fix: 'write store.other.svc.cluster.local',
    });
  });

  test('names no namespace where the manifests name none', () => {
    expect(answer(networkOf(deployment('web', '""')), 'web', 'store:80').links[1].text).toBe('Service store is in no manifest');
  });

  test('says that kubernetes in default is the API server', () => {
    expect(missing('', {}, 'kubernetes.default.svc:443')).toEqual({
      kind: 'service', verdict: 'unknown', reason: 'not-known', text: 'Service default/kubernetes is the API server, which is no pod of a workload',
    });
  });

  test.each([
    ['kubernetes in another namespace', 'kubernetes.data.svc:443', 'Service data/kubernetes is in no manifest'],
    ['another one in default', 'store.default.svc:443', 'Service default/store is in no manifest'],
  ])('does not take %s for the API server', (_, to, text) => expect(missing('', {}, to).text).toBe(text));
});

describe('the link of a Service that does not exist', () => {
  test('says what to make where the namespace has none', () => {
    expect(missing('', CLOSED)).toEqual({
      kind: 'service', verdict: 'blocked', reason: 'service-missing', text: 'Service data/store does not exist', fix: 'make a Service store in namespace data',
    });
  });

  test('says where one of its name is', () => {
    expect(missing(on('store', 'other', '80'), CLOSED)).toEqual({
      kind: 'service', verdict: 'blocked', reason: 'service-elsewhere', text: 'Service data/store does not exist; there is one in namespace other', fix: 'write store.other.svc.cluster.local',
    });
  });

  test.each([
    ['on the port', on('store', 'other', '81') + on('store', 'third', '80'), 'write store.third.svc.cluster.local'],
    ['on the protocol', on('store', 'other', '80, protocol: UDP') + on('store', 'third', '80'), 'write store.third.svc.cluster.local'],
    ['on the port among others', on('store', 'other', '81') + on('store', 'third', '81', '80'), 'write store.third.svc.cluster.local'],
    ['on whatever port where none has it', on('store', 'other', '81') + on('store', 'third', '82'), 'write store.other.svc.cluster.local, store.third.svc.cluster.local'],
  ])('names those of its name in other namespaces %s', (_, services, fix) => expect(missing(services, CLOSED).fix).toBe(fix));

  test.each([
    ['up to three of another name elsewhere', ['a', 'b', 'c'].map(name => on(name, 'goods', '80')).join(''), 'write a.goods.svc.cluster.local, b.goods.svc.cluster.local, c.goods.svc.cluster.local'],
    ['those of its namespace rather than many elsewhere', on('cache', 'data', '80') + ['a', 'b', 'c', 'd'].map(name => on(name, 'goods', '80')).join(''), 'in namespace data, it holds cache'],
    ['a near one of its namespace rather than any elsewhere', on('stores', 'data', '81') + on('a', 'goods', '80'), 'in namespace data, did you mean stores?'],
    ['those of its namespace where the port is served there only', on('cache', 'data', '80'), 'in namespace data, it holds cache'],
  ])('names %s', (_, services, fix) => expect(missing(services, CLOSED).fix).toBe(fix));

  test.each([
    ['its name', 'store'],
    ['another name', 'warehouse'],
  ])('does not offer one of %s that is in no namespace', (_, name) => {
    expect(missing(on(name, '""', '80'), CLOSED)).toMatchObject({ reason: 'service-missing', fix: 'make a Service store in namespace data' });
  });
});
