import { fullNameOf, idOf } from '../../src/manifest';

test('a full name starts with the namespace', () => {
  expect(fullNameOf({ namespace: 'apps', name: 'quotes' })).toBe('apps/quotes');
});

test('a full name is the name alone where the namespace is not known', () => {
  expect(fullNameOf({ namespace: '', name: 'quotes' })).toBe('quotes');
});

test('custom kinds of one name but of other groups are not the same', () => {
  expect(idOf('apps', 'Stream', 'jetstream.nats.io', 'quotes')).not.toBe(idOf('apps', 'Stream', 'example.com', 'quotes'));
});

test('a kind that two groups of Kubernetes serve is the same', () => {
  expect(idOf('apps', 'Ingress', 'extensions', 'web')).toBe(idOf('apps', 'Ingress', 'networking.k8s.io', 'web'));
});
