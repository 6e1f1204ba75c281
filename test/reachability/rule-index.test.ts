import { deciding, deployment, networkOf, policy, service } from './support/network';

describe('a rule with very many peers', () => {
  const peers = Array.from({ length: 100 }, (_, i) => `{ podSelector: { matchLabels: { app: app-${i}, part-of: shop } } }`);
  const hub = (more: string): string => deployment('hub', 'shop') + service('hub', 'shop', '{ selector: { app: hub }, ports: [{ port: 80 }] }')
    + policy('hub', 'shop', `{ podSelector: { matchLabels: { app: hub } }, ingress: [{ from: [${[...peers, more].join(', ')}] }] }`);
  const from = (labels: Record<string, string>, more = '{}'): string => deciding(networkOf(hub(more) + deployment('client', 'shop', { labels })), 'client', 'hub:80');

  test.each([
    ['the labels of one of them', { 'app': 'app-77', 'part-of': 'shop' }, 'allowed at ingress: open'],
    ['a label that all of them have', { 'app': 'other', 'part-of': 'shop' }, 'blocked at ingress: not-admitted'],
    ['one label of two', { app: 'app-77' }, 'blocked at ingress: not-admitted'],
  ])('admits by %s', (_, labels, expected) => expect(from(labels)).toBe(expected));

  test('admits by a peer that names no label', () => {
    expect(from({ app: 'other' }, '{ podSelector: { matchExpressions: [{ key: app, operator: Exists }] } }')).toBe('allowed at ingress: open');
  });

  test('is in doubt by a block among them', () => {
    expect(from({ app: 'other' }, '{ ipBlock: { cidr: 10.0.0.0/8 } }')).toBe('unknown at ingress: ip-block-only');
  });

  test('is in doubt by a label that a controller writes', () => {
    expect(from({ app: 'other' }, '{ podSelector: { matchLabels: { pod-template-hash: abc } } }')).toBe('unknown at ingress: not-known');
  });
});
