import { networkOf, deployment, namespaceObject, service, workload } from './support/network';
import { parseIp } from '../../src/reachability';
import { resolveAbsoluteName } from '../../src/reachability/resolve-name';

const SET = service('store', 'data', '{ selector: { app: store }, ports: [{ port: 80 }] }') + service('cart', 'shop', '{ selector: { app: cart }, ports: [{ port: 80 }] }')
  + service('pets', 'data', '{ clusterIP: None, selector: { app: store }, ports: [{ port: 80 }] }') + namespaceObject('empty');

/** 64 characters. */
const TOO_LONG = `${'a'.repeat(32)}_${'b'.repeat(31)}`;

/** What a host stands for in a pod of namespace shop: `namespace/service`, `namespace/service/pod`, or the type of the answer. */
function resolve(host: string, { podSpec = '{ containers: [{ name: main }] }', zone }: { podSpec?: string; zone?: string } = {}): string {
  const network = networkOf(SET + deployment('web', 'shop', { podSpec }), { zone });
  const resolution = network.resolve(host, workload(network, 'web'));
  if (resolution.type !== 'service') return resolution.type;
  const { namespace, name, pod } = resolution.service;
  return [namespace, name, ...pod === undefined ? [] : [pod]].join('/');
}

describe('a name in a pod', () => {
  test.each([
    ['store.data.svc.cluster.local', 'data/store'],
    ['store.data.svc.cluster.local.', 'data/store'],
    ['STORE.Data.svc.cluster.local', 'data/store'],
    ['store.data.svc', 'data/store'],
    ['store.data', 'data/store'],
    ['cart', 'shop/cart'],
    ['nothing', 'shop/nothing'],
    ['pets-0.pets.data.svc.cluster.local', 'data/pets/pets-0'],
    ['pets-0.pets.data', 'data/pets/pets-0'],
    ['nothing.empty', 'empty/nothing'],
    ['nothing.somewhere', 'ambiguous'],
    ['nothing-0.nothing.empty', 'empty/nothing/nothing-0'],
    ['nothing-0.nothing.somewhere', 'ambiguous'],
    ['api.example.internal', 'host'],
    ['github.com', 'host'],
    ['api.eu.example.com', 'host'],
    ['cart.', 'host'],
    ['store.data.cluster.local', 'no-name'],
    ['nothing-7.nothing.somewhere', 'ambiguous'],
    ['nothing-12.nothing.somewhere', 'ambiguous'],
    ['nothing-0x.nothing.somewhere', 'host'],
    ['nothing-07.nothing.somewhere', 'host'],
    ['nothing.empty.svc', 'empty/nothing'],
    ['nothing-0.nothing.empty.svc', 'empty/nothing/nothing-0'],
    ['nothing-0.example.com', 'host'],
    ['v1.api.example.internal', 'host'],
    ['store.svc.example.internal', 'host'],
    ['a.store.data.cluster.local', 'no-name'],
    ['b.a.store.data.svc.cluster.local', 'no-name'],
    ['my_store.empty', 'empty/my_store'],
    ['a b', 'no-name'],
    ['store.data.svc.other.zone', 'other-zone'],
    ['localhost', 'own-pod'],
    ['localhost.localdomain', 'own-pod'],
    ['ip6-localhost', 'own-pod'],
    ['ip6-loopback', 'own-pod'],
    ['web.localhost', 'own-pod'],
    ['a[::1]', 'no-name'],
    ['[::1]a', 'no-name'],
    ['10-0-0-7.pod.cluster.local', 'no-name'],
    ['10-0-0-7.web.data.pod.cluster.local', 'no-name'],
    ['127.0.0.1', 'own-pod'],
    ['10.0.0.7', 'address'],
    ['[::1]', 'own-pod'],
    ['2001:db8::1', 'address'],
    ['10-0-0-7.data.pod.cluster.local', 'address'],
    ['pets-0.data.pod.cluster.local', 'no-name'],
    ['pets-0.pets.data.svc.other.zone', 'other-zone'],
    ['svc.data.example.com', 'host'],
  ])('%s is %s', (host, expected) => expect(resolve(host)).toBe(expected));

  test.each(['com', 'org', 'net', 'io', 'ai', 'co', 'info', 'edu', 'gov', 'eu', 'de', 'uk', 'us'])(
    'in the domain %s is a host, since nobody names a namespace so', domain => expect(resolve(`nothing.${domain}`)).toBe('host'),
  );

  test('is none where a label is too long, be it with an underscore', () => expect(resolve(TOO_LONG)).toBe('no-name'));

  test('in another zone names it', () => {
    const network = networkOf(deployment('web', 'shop'));
    expect(network.resolve('store.data.svc.other.zone', workload(network, 'web'))).toEqual({ type: 'other-zone', zone: 'other.zone' });
  });

  test('reads the hyphens of a pod name as dots', () => {
    const network = networkOf(deployment('web', 'shop'));
    expect(network.resolve('10-0-0-7.data.pod.cluster.local', workload(network, 'web'))).toEqual({ type: 'address', ip: parseIp('10.0.0.7'), by: 'dns' });
  });

  test('is read in the zone of the cluster', () => {
    expect([resolve('store.data.svc.k8s.internal', { zone: 'k8s.internal' }), resolve('store.data.svc.cluster.local', { zone: 'k8s.internal' })])
      .toEqual(['data/store', 'other-zone']);
  });
});

describe('the name that an ExternalName Service stands for', () => {
  test.each([
    ['8.8.8.8', 'no-name'],
    ['Store.Data.svc.cluster.local.', 'service'],
    ['10-0-0-7.data.pod.cluster.local', 'address'],
    ['store.svc.cluster.local', 'no-name'],
    ['store.data.svc', 'no-name'],
    ['store.svc', 'no-name'],
    ['store.data.svc.other.zone', 'other-zone'],
    ['api.example.com', 'host'],
    ['api.example.internal', 'host'],
    ['example.com', 'host'],
    ['ai', 'host'],
    ['store.data', 'no-name'],
    ['store.somewhere', 'ambiguous'],
    ['cart', 'no-name'],
    ['intranet', 'ambiguous'],
    ['a b', 'no-name'],
    [TOO_LONG, 'no-name'],
  ])('%s is read without a search list', (name, expected) => expect(resolveAbsoluteName(name, 'shop', networkOf(SET).names).type).toBe(expected));

  test('in another zone names it', () => {
    expect(resolveAbsoluteName('store.data.svc.other.zone', 'shop', networkOf(SET).names)).toEqual({ type: 'other-zone', zone: 'other.zone' });
  });
});

describe('the search list of the pod', () => {
  const NODE = '{ dnsPolicy: Default, containers: [{ name: main }] }';
  const HOST = '{ hostNetwork: true, containers: [{ name: main }] }';
  const OWN = (config: string): string => `{ dnsPolicy: None, dnsConfig: ${config}, containers: [{ name: main }] }`;

  test.each([
    ['the node\'s servers know no Service', 'cart', NODE, 'not-found'],
    ['the node\'s servers know no full name', 'store.data.svc.cluster.local', NODE, 'not-found'],
    ['the node\'s servers take two labels for a host outside', 'nothing.somewhere', NODE, 'host'],
    ['the node\'s servers know hosts outside', 'api.example.com', NODE, 'host'],
    ['hostNetwork turns ClusterFirst into the node\'s servers', 'cart', HOST, 'not-found'],
    ['ClusterFirstWithHostNet keeps the cluster\'s', 'cart', HOST.replace('{ ', '{ dnsPolicy: ClusterFirstWithHostNet, '), 'shop/cart'],
    ['own servers may know the cluster', 'store.data.svc.cluster.local', OWN('{ nameservers: [10.9.9.9] }'), 'other-servers'],
    ['own servers for all the world do not know the cluster', 'store.data.svc.cluster.local', OWN('{ nameservers: [1.1.1.1] }'), 'not-found'],
    ['servers behind the node\'s that are for all the world do not either', 'store.data.svc.cluster.local', '{ dnsPolicy: Default, dnsConfig: { nameservers: [1.1.1.1] }, containers: [] }', 'not-found'],
    ['an own search for Services may complete a name with a namespace', 'store.somewhere', OWN('{ nameservers: [10.9.9.9], searches: [svc.cluster.local] }'), 'ambiguous'],
    ['without such a search it is one outside', 'store.somewhere', OWN('{ nameservers: [10.9.9.9] }'), 'host'],
    ['no own search completes a short name', 'cart', OWN('{ nameservers: [10.9.9.9] }'), 'not-found'],
    ['an own search completes a short name', 'cart', OWN('{ nameservers: [10.9.9.9], searches: [shop.svc.cluster.local] }'), 'other-servers'],
    ['a search for the cluster\'s zone makes no Service of a short name', 'cart', OWN('{ nameservers: [10.9.9.9], searches: [cluster.local] }'), 'not-found'],
    ['a search for the cluster\'s zone completes a name that ends in svc', 'nothing.data.svc', OWN('{ nameservers: [10.9.9.9], searches: [cluster.local] }'), 'other-servers'],
    ['an own search leaves a Service that may exist', 'nothing', '{ dnsConfig: { searches: [example.com] }, containers: [] }', 'shop/nothing'],
    ['an own search leaves a host outside', 'v1.api.example.internal', '{ dnsConfig: { searches: [example.com] }, containers: [] }', 'host'],
    ['what is no text is no search', 'cart', OWN('{ nameservers: [10.9.9.9, 5], searches: [5, shop.svc.cluster.local.] }'), 'other-servers'],
    ['the node\'s servers take the name of a pod for a host outside', 'nothing-0.nothing.somewhere', NODE, 'host'],
    ['the node\'s servers may complete a name by an own search', 'cart', '{ dnsPolicy: Default, dnsConfig: { searches: [example.com] }, containers: [] }', 'other-search'],
    ['the node\'s servers know no Service by an own search', 'nothing', '{ dnsPolicy: Default, dnsConfig: { searches: [shop.svc.cluster.local] }, containers: [] }', 'not-found'],
    ['servers beside the node\'s may know the cluster', 'store.data.svc.cluster.local', '{ dnsPolicy: Default, dnsConfig: { nameservers: [10.9.9.9] }, containers: [] }', 'other-servers'],
    ['own servers may know a name outside by an own search', 'cart', OWN('{ nameservers: [10.9.9.9], searches: [example.com] }'), 'other-search'],
    ['own servers may know a Service by an own search', 'cart', OWN('{ nameservers: [10.9.9.9], searches: [other.svc.cluster.local] }'), 'other-search'],
    ['an own search is appended to the cluster\'s', 'store', '{ dnsConfig: { searches: [data.svc.cluster.local] }, containers: [{ name: main }] }', 'data/store'],
  ])('%s', (_, host, podSpec, expected) => expect(resolve(host, { podSpec })).toBe(expected));

  const dns = service('kube-dns', 'kube-system', '{ clusterIP: 10.96.0.10, selector: { k8s-app: kube-dns }, ports: [{ port: 53, protocol: UDP }] }');

  test('has the cluster\'s names where dnsConfig names its DNS', () => {
    const network = networkOf(SET + dns + deployment('web', 'shop', { podSpec: OWN('{ nameservers: [10.96.0.10] }') }));
    expect(network.resolve('store.data.svc.cluster.local', workload(network, 'web')).type).toBe('service');
  });

  test('does not complete a name that ends in svc by a domain that begins so', () => {
    const podSpec = OWN('{ nameservers: [10.96.0.10], searches: [svc.cluster.local] }');
    const network = networkOf(SET + dns + deployment('web', 'shop', { podSpec }), { closedWorld: true });
    expect(network.resolve('store.data.svc', workload(network, 'web')).type).toBe('not-found');
  });

  test.each([['1', 'host'], ['2', 'service'], ['3', 'service']])('comes after the name itself for a name with at least ndots dots: one dot, ndots %s, %s', (ndots, expected) => {
    const web = deployment('web', 'shop', { podSpec: `{ dnsConfig: { options: [{ name: ndots, value: "${ndots}" }] }, containers: [] }` });
    const network = networkOf(service('shop', 'io', '{ selector: { app: shop }, ports: [{ port: 80 }] }') + web);
    expect(network.resolve('shop.io', workload(network, 'web')).type).toBe(expected);
  });
});
