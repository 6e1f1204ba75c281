import { Selector } from '../../src/reachability';
import { RarestIndex } from '../../src/reachability/rarest-index';

type Selectors = Readonly<Record<string, unknown>>;

const labels = (matchLabels: Record<string, string>): object => ({ matchLabels });
const expression = (operator: string, ...values: string[]): object => ({ matchExpressions: [{ key: 'app', operator, values }] });

/** The names of the selectors that may select these labels, where nothing is found by the label `hash`. */
function candidates(selectors: Selectors, found: Record<string, string>): string[] {
  return new RarestIndex(Object.keys(selectors), name => Selector.parse(selectors[name] as never), new Set(['hash'])).candidates(found);
}

describe('the index by the rarest label', () => {
  const shop = { web: labels({ 'part-of': 'shop', 'app': 'web' }), db: labels({ 'part-of': 'shop', 'app': 'db' }), all: labels({ 'part-of': 'shop' }) };

  test.each([
    ['by the rarest of its labels', { app: 'web' }, ['web']],
    ['not by a label that more of them demand', { 'part-of': 'shop' }, ['all']],
    ['once, by all of its labels', { 'part-of': 'shop', 'app': 'db' }, ['all', 'db']],
    ['not by another value', { app: 'other' }, []],
    ['not by the value of another label', { 'app': 'shop', 'part-of': 'web' }, []],
  ])('finds a selector %s', (_, found, expected) => expect(candidates(shop, found as Record<string, string>).sort()).toEqual(expected));

  test.each([
    ['everything', {}],
    ['a label with any value', expression('Exists')],
    ['no label', expression('DoesNotExist')],
    ['one of two values', expression('In', 'web', 'db')],
    ['no such value', expression('NotIn', 'web')],
    ['a label that may be lacking', labels({ hash: 'abc' })],
  ])('finds a selector of %s by whatever labels', (_, selector) => expect(candidates({ one: selector }, { app: 'cache' })).toEqual(['one']));

  test('finds a selector by the label that cannot be lacking', () => {
    const selectors = { one: labels({ hash: 'abc', app: 'web' }), two: labels({ hash: 'abc', app: 'db' }), three: labels({ app: 'db' }) };
    expect(candidates(selectors, { app: 'web' })).toEqual(['one']);
  });
});
