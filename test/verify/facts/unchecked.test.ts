import { configObject, deployment, FactsParts, factsOf } from '../../support/facts';

const text = deployment('orders', 'env: [{ name: A, value: "http://api" }, { name: B, valueFrom: { configMapKeyRef: { name: c, key: k } } }, '
  + '{ name: C, valueFrom: { secretKeyRef: { name: s, key: k, optional: true } } }]');

function unchecked(parts: FactsParts = {}): string[] {
  return factsOf(text, parts).unchecked.map(({ what }) => what);
}

test('references to objects of which nothing is known are not checked', () => {
  expect(unchecked()).toEqual(['ConfigMap shop/c', 'Service shop/api']);
});

test('what the state lists is checked', () => {
  expect(unchecked({ state: configObject('ConfigMap', 'other', '{}') })).toEqual(['Service shop/api']);
});

test('in a closed world everything is checked', () => {
  expect(unchecked({ closedWorld: true })).toEqual([]);
});
