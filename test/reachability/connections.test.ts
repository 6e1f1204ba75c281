import { denyAll, deployment, namespaceObject, networkOf, policy } from './support/network';
import { connectionLines } from '../../src/reachability';

const lines = (text: string): string[] => connectionLines(networkOf(text).connections());
const inside = (text: string): string[] => lines(text).filter(line => !line.includes('[External]'));
const PAIR = deployment('web', 'shop') + deployment('store', 'data');

describe('connections', () => {
  test('are all where no policy is', () => {
    expect(lines(PAIR)).toEqual([
      '0.0.0.0-255.255.255.255[External] => data/store[Deployment] : All Connections',
      '0.0.0.0-255.255.255.255[External] => shop/web[Deployment] : All Connections',
      'data/store[Deployment] => 0.0.0.0-255.255.255.255[External] : All Connections',
      'data/store[Deployment] => shop/web[Deployment] : All Connections',
      'shop/web[Deployment] => 0.0.0.0-255.255.255.255[External] : All Connections',
      'shop/web[Deployment] => data/store[Deployment] : All Connections',
    ]);
  });

  test('have a workload that the files define twice once, as the last definition has it', () => {
    const text = deployment('web', 'shop', { labels: { app: 'old' } }) + PAIR + policy('web', 'shop', '{ podSelector: { matchLabels: { app: web } }, policyTypes: [Egress] }');
    expect(inside(text)).toEqual(['data/store[Deployment] => shop/web[Deployment] : All Connections']);
  });

  test('pass the egress of one side and the ingress of the other', () => {
    const text = PAIR + policy('web', 'shop', '{ podSelector: {}, policyTypes: [Egress], egress: [{ ports: [{ port: 80, endPort: 90 }] }] }')
      + policy('store', 'data', '{ podSelector: {}, ingress: [{ ports: [{ port: 85, endPort: 99 }] }] }');
    expect(inside(text)).toEqual(['data/store[Deployment] => shop/web[Deployment] : All Connections', 'shop/web[Deployment] => data/store[Deployment] : TCP 85-90']);
  });

  test('cut addresses where a block begins or ends', () => {
    const text = deployment('web', 'shop') + policy('web', 'shop', '{ podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/8, except: [10.1.0.0/16] } }] }] }');
    expect(lines(text).filter(line => line.startsWith('1'))).toEqual([
      '10.0.0.0-10.0.255.255[External] => shop/web[Deployment] : All Connections', '10.2.0.0-10.255.255.255[External] => shop/web[Deployment] : All Connections',
    ]);
  });

  test('have IPv6 where a policy names a block of it', () => {
    const text = deployment('web', 'shop') + policy('web', 'shop', '{ podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: "::/0" } }] }] }');
    expect(lines(text)).toContain('::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff[External] => shop/web[Deployment] : All Connections');
  });

  test('match no workload by a block', () => {
    expect(inside(PAIR + policy('all', 'shop', '{ podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: 0.0.0.0/0 } }] }] }'))).toEqual(['shop/web[Deployment] => data/store[Deployment] : All Connections']);
  });

  test('take labels of a namespace from its object, and for missing without one', () => {
    const open = policy('store', 'data', '{ podSelector: {}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: red } } }] }] }');
    const toStore = (text: string): string[] => inside(text).filter(line => line.includes('=> data/store'));
    expect([toStore(PAIR + open), toStore(PAIR + open + namespaceObject('shop', { team: 'red' }))]).toEqual([[], ['shop/web[Deployment] => data/store[Deployment] : All Connections']]);
  });

  test('are denied by the default that the user gives', () => {
    expect(connectionLines(networkOf(PAIR, { defaultDeny: ['data'] }).connections())).toEqual([
      '0.0.0.0-255.255.255.255[External] => shop/web[Deployment] : All Connections', 'shop/web[Deployment] => 0.0.0.0-255.255.255.255[External] : All Connections',
    ]);
  });

  test('are none behind closed policies', () => expect(lines(PAIR + denyAll('shop') + denyAll('data'))).toEqual([]));

  test('put objects without a namespace into default', () => {
    const text = deployment('web', '""') + deployment('store', 'default') + policy('store', '""', '{ podSelector: { matchLabels: { app: store } } }');
    expect(inside(text)).toEqual(['default/store[Deployment] => default/web[Deployment] : All Connections']);
  });

  test('name a Pod by its owner, and an owner with unlike Pods once', () => {
    const pod = (name: string, tier: string): string => `
---
apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: shop, labels: { tier: ${tier} }, ownerReferences: [{ kind: ReplicaSet, name: web, controller: true }] }
spec: { containers: [] }
`;
    const text = pod('web-a', 'front') + pod('web-b', 'back') + deployment('store', 'data') + policy('front', 'shop', '{ podSelector: { matchLabels: { tier: front } } }');
    expect(inside(text)).toEqual(['data/store[Deployment] => shop/web[ReplicaSet] : All Connections', 'shop/web[ReplicaSet] => data/store[Deployment] : All Connections']);
  });
});

describe('connections by a named port', () => {
  const withPort = (name: string, port: number): string => deployment(name, 'data', {
    labels: { app: 'store' }, podSpec: `{ containers: [{ name: main, ports: [{ name: http, containerPort: ${port} }] }] }`,
  });

  test('have the number of each destination', () => {
    const text = deployment('web', 'shop') + withPort('one', 8001) + withPort('two', 8002) + policy('store', 'data', '{ podSelector: {}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: shop } } }], ports: [{ port: http }] }] }');
    expect(inside(text).filter(line => line.startsWith('shop'))).toEqual(['shop/web[Deployment] => data/one[Deployment] : TCP 8001', 'shop/web[Deployment] => data/two[Deployment] : TCP 8002']);
  });
});
