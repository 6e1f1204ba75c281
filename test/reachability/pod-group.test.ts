import { deployment, networkOf } from './support/network';
import { podGroupsOf } from '../../src/reachability/pod-group';

/** The titles of each group. */
const titles = (text: string): (readonly string[])[] => podGroupsOf(networkOf(text).set).map(group => group.titles);

const web = (name: string, labels: string, ports = '[]'): string => deployment(name, 'shop', { podSpec: `{ containers: [{ name: main, ports: ${ports} }] }` })
  .replace(JSON.stringify({ app: name }), labels);

describe('the workloads of a group', () => {
  const [ONE, TWO] = ['shop/one[Deployment]', 'shop/two[Deployment]'];

  test.each([
    ['write their labels in any order', web('one', '{ app: web, tier: front }') + web('two', '{ tier: front, app: web }'), [[ONE, TWO]]],
    ['declare any ports without a name', web('one', '{ app: web }', '[{ containerPort: 80 }]') + web('two', '{ app: web }', '[{ containerPort: 81 }]'), [[ONE, TWO]]],
    ['give a name to the same port', web('one', '{ app: web }', '[{ name: http, containerPort: 80 }]') + web('two', '{ app: web }', '[{ name: http, containerPort: 81 }]'), [[ONE], [TWO]]],
    ['have the same labels', web('one', '{ app: web }') + web('two', '{ app: store }'), [[ONE], [TWO]]],
  ])('%s', (_, text, expected) => expect(titles(text)).toEqual(expected));
});

describe('a Pod', () => {
  const pod = (name: string, owners: string): string => `
---
apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: shop, labels: { app: web }, ownerReferences: ${owners} }
spec: { containers: [] }
`;

  test.each([
    ['its own name without an owner', '[]', 'shop/web-a[Pod]'],
    ['that of its only owner', '[{ kind: ReplicaSet, name: web }]', 'shop/web[ReplicaSet]'],
    ['that of the owner that controls it', '[{ kind: Node, name: one }, { kind: ReplicaSet, name: web, controller: true }]', 'shop/web[ReplicaSet]'],
    ['that of an owner behind an entry that is none', '[null, { kind: ReplicaSet, name: web, controller: true }]', 'shop/web[ReplicaSet]'],
  ])('goes by %s', (_, owners, expected) => expect(titles(pod('web-a', owners))).toEqual([[expected]]));

  test('beside another one of its owner is named once', () => {
    const owner = '[{ kind: ReplicaSet, name: web, controller: true }]';
    expect(titles(pod('web-a', owner) + pod('web-b', owner))).toEqual([['shop/web[ReplicaSet]']]);
  });
});

test('a workload that is no Pod goes by its own name, whoever owns it', () => {
  const owned = deployment('web', 'shop').replace('namespace: shop }', 'namespace: shop, ownerReferences: [{ kind: Site, name: shop, controller: true }] }');
  expect(titles(owned)).toEqual([['shop/web[Deployment]']]);
});
