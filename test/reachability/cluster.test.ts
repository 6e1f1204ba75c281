import { answer, deciding, deployment, namespaceObject, networkOf, policy, service } from './support/network';

const WEB = deployment('web', 'shop');
const PORT = 'selector: { app: store }, ports: [{ port: 80 }]';

describe('an address of the cluster', () => {
  const world = WEB + service('store', 'data', `{ clusterIP: 10.96.0.7, clusterIPs: [10.96.0.7, "fd00::7"], ${PORT} }`) + service('other', 'data', `{ clusterIP: 10.96.0.9, ${PORT} }`);
  const first = (to: string): string => answer(networkOf(world), 'web', to).links[1].text;

  test.each([
    ['the first address of a Service', '10.96.0.7:81', 'Service data/store does not serve TCP 81; it serves TCP 80'],
    ['its address of the other family', '[fd00::7]:81', 'Service data/store does not serve TCP 81; it serves TCP 80'],
    ['that of another Service', '10.96.0.9:81', 'Service data/other does not serve TCP 81; it serves TCP 80'],
    ['that of no Service', '10.96.0.8:81', 'no policy limits egress of shop/web[Deployment]'],
    ['the same number in the other family', '[::a60:7]:81', 'no policy limits egress of shop/web[Deployment]'],
  ])('is taken for its Service: %s', (_, to, text) => expect(first(to)).toBe(text));
});

test('the namespaces of a cluster are those of its objects and those that it lists', () => {
  const { namespaces } = networkOf(WEB + namespaceObject('data') + deployment('loose', '""') + service('store', 'data', '{}')).names;
  expect([...namespaces].sort()).toEqual(['data', 'shop']);
});

describe('instead of a Service that does not exist', () => {
  const fix = (to: string, services = ''): string | undefined => answer(networkOf(WEB + services, { closedWorld: true }), 'web', to).deciding.fix;

  test('one is to be made where the namespace has none', () => {
    expect(fix('store.data.svc.cluster.local:80')).toBe('make a Service store in namespace data');
  });

  test('the nearest of the namespace is to be written', () => {
    expect(fix('store.data.svc.cluster.local:80', service('stores', 'data', '{}'))).toBe('in namespace data, did you mean stores?');
  });

  test('none of another namespace is the nearest', () => {
    expect(fix('store.data.svc.cluster.local:80', service('stores', 'shop', '{}'))).toBe('make a Service store in namespace data');
  });
});

describe('pods whose namespace nobody gave', () => {
  const open = (labels: string): string => policy('store', 'data', `{ podSelector: {}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { ${labels} } } }] }] }`);
  const from = (labels: string): string =>
    deciding(networkOf(deployment('web', '""') + deployment('store', 'data') + service('store', 'data', `{ ${PORT} }`) + open(labels)), 'web', 'store.data:80');

  test.each([['of a name', 'kubernetes.io/metadata.name: shop'], ['with a label', 'team: red']])('may be in a namespace %s', (_, labels) => {
    expect(from(labels)).toBe('unknown at ingress: not-known');
  });

  test('behind a Service are named by it alone', () => {
    const text = deployment('web', '""') + service('store', '""', `{ ${PORT} }`) + policy('web', '""', '{ podSelector: {}, egress: [{}] }');
    expect(answer(networkOf(text), 'web', 'store:80').links.find(({ kind }) => kind === 'egress')!.text)
      .toBe('egress rule 1 of NetworkPolicy web admits TCP 80 to the pods of Service store');
  });
});
