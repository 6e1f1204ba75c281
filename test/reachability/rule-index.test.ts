import { deciding, deployment, networkOf, policy, service, workload } from './support/network';
import { RuleIndex, WORTH_AN_INDEX } from '../../src/reachability/rule-index';

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

  test('is in doubt for pods that no manifest shows, whose labels are not known', () => {
    const tiers = Array.from({ length: 100 }, (_, i) => `{ podSelector: { matchLabels: { tier: tier-${i} } } }`);
    const text = deployment('web', 'shop') + service('store', 'shop', '{ selector: { app: store }, ports: [{ port: 80 }] }')
      + policy('web', 'shop', `{ podSelector: {}, policyTypes: [Egress], egress: [{ ports: [{ port: 53, protocol: UDP }] }, { to: [${tiers.join(', ')}] }] }`);
    expect(deciding(networkOf(text), 'web', 'store:80')).toBe('unknown at egress: not-known');
  });
});

describe('the candidates for some pods', () => {
  /** How many peers are looked at for pods with the label app=app-0, of rules with some peers each for another app. */
  function peersLookedAt(...counts: number[]): (number | undefined)[] {
    const rules = counts.map(length => `{ from: [${Array.from({ length }, (_, i) => `{ podSelector: { matchLabels: { app: app-${i} } } }`).join(', ')}] }`);
    const network = networkOf(deployment('client', 'shop', { labels: { app: 'app-0' } }) + policy('hub', 'shop', `{ podSelector: {}, ingress: [${rules.join(', ')}] }`));
    const client = network.podsOf(workload(network, 'client'));
    return new RuleIndex(network.policySet.policies, 'ingress').candidates({ type: 'pods', pods: client }).map(({ peers }) => peers?.length);
  }

  test.each([
    ['are all peers where they are few', [WORTH_AN_INDEX - 1], [WORTH_AN_INDEX - 1]],
    ['are the peers of their labels where they are many', [WORTH_AN_INDEX], [1]],
    ['are counted over all rules', [WORTH_AN_INDEX - 1, 1], [1, 1]],
    ['are whole rules where they name no peer', [WORTH_AN_INDEX, 0], [undefined, 1]],
  ])('%s', (_, counts, expected) => expect(peersLookedAt(...counts)).toEqual(expected));
});
