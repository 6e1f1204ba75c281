import { answer, deployment, namespaceObject, networkOf, service, shownPlace } from './support/network';
import { Link } from '../../src/reachability';

const SET = service('store', 'data', '{ selector: { app: store }, ports: [{ port: 80 }] }') + service('pets', 'data', '{ clusterIP: None, selector: { app: store } }')
  + namespaceObject('empty');
const PLAIN = '{ containers: [] }';
const BESIDE = '{ dnsPolicy: Default, dnsConfig: { nameservers: [10.96.0.10] }, containers: [] }';
const OWN = '{ dnsPolicy: None, dnsConfig: { nameservers: [10.9.9.9] }, containers: [] }';

/** The first link to a host from a pod of namespace shop. */
function nameOf(host: string, podSpec = PLAIN, namespace = 'shop'): Omit<Link, 'place'> & { readonly place?: string } {
  const { place, ...link } = answer(networkOf(SET + deployment('web', namespace, { podSpec })), 'web', `${host}:80`).links[0];
  return { ...link, place: shownPlace(place) };
}

describe('the link of a name', () => {
  test.each([
    ['a Service', 'store.data', 'store.data is Service store in namespace data'],
    ['a Service that no manifest shows', 'cart', 'cart is Service cart in namespace shop'],
    ['a pod behind a Service', 'pets-0.pets.data.svc.cluster.local', 'pets-0.pets.data.svc.cluster.local is pod pets-0 behind Service pets in namespace data'],
  ])('is open for %s', (_, host, text) => expect(nameOf(host)).toEqual({ kind: 'name', verdict: 'allowed', reason: 'open', text }));

  test('names no namespace where the manifests name none', () => expect(nameOf('cart', PLAIN, '""').text).toBe('cart is Service cart'));

  test.each([
    ['a host', 'api.example.com', 'api.example.com is a name outside the cluster'],
    ['an address', '8.8.8.8', '8.8.8.8 is an address, which needs no DNS'],
    ['the name of an address', '10-0-0-7.data.pod.cluster.local', '10-0-0-7.data.pod.cluster.local is the name of an address'],
  ])('is external for %s', (_, host, text) => expect(nameOf(host)).toEqual({ kind: 'name', verdict: 'allowed', reason: 'external', text }));

  test('asks for the full name where a search of dnsConfig may complete it', () => {
    expect(nameOf('cart', '{ dnsPolicy: Default, dnsConfig: { searches: [example.com] }, containers: [] }')).toEqual({
      kind: 'name',
      verdict: 'unknown',
      reason: 'not-known',
      fix: 'write the name in full',
      place: 'Deployment/web spec.template.spec.dnsConfig',
      text: 'cart would be Service cart in namespace shop, or cart.example.com by the searches of dnsConfig',
    });
  });

  test('is blocked for what is no name', () => {
    expect(nameOf('a b')).toEqual({
      kind: 'name', verdict: 'blocked', reason: 'service-missing', text: 'a b is no name that the cluster serves', fix: 'write service.namespace.svc.cluster.local',
    });
  });

  test.each([
    ['the servers of the node', '{ dnsPolicy: Default, containers: [] }', 'dnsPolicy',
      'dnsPolicy Default asks the servers of the node, which do not know the cluster', 'write dnsPolicy: ClusterFirst'],
    ['the network of the node', '{ hostNetwork: true, containers: [] }', 'hostNetwork',
      'a pod with hostNetwork asks the servers of its node, which do not know the cluster', 'write dnsPolicy: ClusterFirstWithHostNet'],
    ['own servers without a search', OWN, 'dnsConfig', 'the searches of dnsConfig do not complete it', 'write the name in full, or add the search domain'],
    ['own servers for all the world', OWN.replace('10.9.9.9', '1.1.1.1'), 'dnsConfig', 'the name servers of dnsConfig are public ones, which do not know the cluster', 'write dnsPolicy: ClusterFirst'],
    ['servers beside the node\'s', BESIDE, 'dnsPolicy', 'dnsPolicy Default asks the servers of the node, which do not know the cluster', 'write dnsPolicy: ClusterFirst'],
  ])('is blocked for a short name by %s', (_, podSpec, field, why, fix) => {
    expect(nameOf('cart', podSpec)).toEqual({
      kind: 'name', verdict: 'blocked', reason: 'no-search-list', text: `cart means Service cart in namespace shop, and ${why}`, fix, place: `Deployment/web spec.template.spec.${field}`,
    });
  });

  test('is in doubt between a namespace that no manifest shows and a host', () => {
    expect(nameOf('cart.somewhere')).toEqual({
      kind: 'name',
      verdict: 'unknown',
      reason: 'not-known',
      fix: 'write cart.somewhere.svc.cluster.local if it is a Service',
      text: 'cart.somewhere is Service cart in namespace somewhere or a host outside the cluster; no manifest shows that namespace',
    });
  });

  test('is in doubt in another zone', () => {
    expect(nameOf('store.data.svc.k8s.internal')).toEqual({
      kind: 'name',
      verdict: 'unknown',
      reason: 'not-known',
      fix: 'write .svc.cluster.local, or give the zone of the cluster',
      text: 'store.data.svc.k8s.internal is in the zone k8s.internal, the cluster\'s is cluster.local',
    });
  });

  test.each([
    [BESIDE, 'dnsPolicy', 'write dnsPolicy: ClusterFirst'],
    [BESIDE.replace('dnsPolicy: Default', 'hostNetwork: true'), 'hostNetwork', 'write dnsPolicy: ClusterFirstWithHostNet'],
    [BESIDE.replace('{', '{ hostNetwork: true,'), 'dnsPolicy', 'write dnsPolicy: ClusterFirstWithHostNet'],
  ])('is in doubt where dnsConfig names servers beside the node\'s: %s', (podSpec, field, fix) => {
    expect(nameOf('store.data.svc.cluster.local', podSpec)).toEqual({
      kind: 'name',
      verdict: 'unknown',
      reason: 'not-known',
      place: `Deployment/web spec.template.spec.${field}`,
      text: 'store.data.svc.cluster.local means Service store in namespace data; the servers of the node are asked first, which do not know the cluster',
      fix,
    });
  });

  test('is in doubt where dnsConfig names servers that are not known', () => {
    expect(nameOf('store.data.svc.cluster.local', OWN)).toEqual({
      kind: 'name',
      verdict: 'unknown',
      reason: 'not-known',
      place: 'Deployment/web spec.template.spec.dnsConfig',
      text: 'store.data.svc.cluster.local means Service store in namespace data; whether the name servers of dnsConfig know it is not known',
      fix: 'write dnsPolicy: ClusterFirst, or name the cluster\'s DNS first in dnsConfig',
    });
  });
});
