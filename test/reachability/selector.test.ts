import { completeLabels, Selector } from '../../src/reachability';
import { matchRequirement, Requirement } from '../../src/reachability/selector';

const match = (selector: unknown, labels: Record<string, string>): string => Selector.parse(selector as never).match(completeLabels(labels));
const expression = (operator: string, values?: unknown): unknown => ({ matchExpressions: [{ key: 'tier', operator, ...values === undefined ? {} : { values } }] });

describe('a label selector', () => {
  test.each([
    ['{} selects everything', {}, {}, 'yes'],
    ['a label has to be equal', { matchLabels: { app: 'web' } }, { app: 'web', tier: 'front' }, 'yes'],
    ['a label with another value is not', { matchLabels: { app: 'web' } }, { app: 'db' }, 'no'],
    ['In takes one of its values', expression('In', ['front', 'back']), { tier: 'back' }, 'yes'],
    ['In needs the label', expression('In', ['front']), {}, 'no'],
    ['NotIn takes other values', expression('NotIn', ['front']), { tier: 'back' }, 'yes'],
    ['NotIn takes what lacks the label', expression('NotIn', ['front']), {}, 'yes'],
    ['NotIn refuses its values', expression('NotIn', ['front']), { tier: 'front' }, 'no'],
    ['Exists needs the label', expression('Exists'), {}, 'no'],
    ['Exists takes any value', expression('Exists'), { tier: '' }, 'yes'],
    ['DoesNotExist refuses the label', expression('DoesNotExist'), { tier: '' }, 'no'],
    ['labels and expressions both have to match', { matchLabels: { app: 'web' }, ...expression('Exists') as object }, { app: 'web' }, 'no'],
    ['an inherited name is no label', { matchExpressions: [{ key: 'constructor', operator: 'Exists' }] }, {}, 'no'],
  ])('%s', (_, selector, labels, expected) => expect(match(selector, labels as Record<string, string>)).toBe(expected));

  test.each([
    ['an unknown operator', expression('Is', ['front'])],
    ['In without values', expression('In')],
    ['Exists with values', expression('Exists', ['front'])],
    ['a value that is a number', { matchLabels: { app: 1 } }],
    ['labels that are a list', { matchLabels: ['app'] }],
    ['expressions that are a map', { matchExpressions: { key: 'app' } }],
    ['a text', 'app=web'],
  ])('with %s selects nothing', (_, selector) => expect(match(selector, { app: 'web', tier: 'front' })).toBe('no'));

  test.each([
    ['a label that is a number', { matchLabels: { app: 1 } }],
    ['labels that are a list', { matchLabels: ['app'] }],
    ['a value that is a number', expression('In', [1])],
    ['an expression without a key', { matchExpressions: [{ operator: 'Exists' }] }],
    ['an expression that is null', { matchExpressions: [null] }],
    ['expressions that are an empty text', { matchExpressions: '' }],
    ['one wrong expression among others', { matchExpressions: [{ key: 'app', operator: 'Exists' }, { key: 'tier', operator: 'Is' }] }],
  ])('with %s is refused', (_, selector) => expect(Selector.parse(selector as never).valid).toBe(false));

  test('that is nothing but nulls selects everything', () => {
    expect(match({ matchLabels: null, matchExpressions: null }, {})).toBe('yes');
  });

  test('is in doubt about a label that may be there', () => {
    const selector = Selector.parse({ matchLabels: { app: 'web', tier: 'front' } });
    expect([selector.match({ labels: { app: 'web' }, unknown: 'all' }), selector.match({ labels: { app: 'web' }, unknown: new Set(['other']) })]).toEqual(['maybe', 'no']);
  });

  test('is not in doubt where a known label refuses', () => {
    expect(Selector.parse({ matchLabels: { tier: 'front', app: 'web' } }).match({ labels: { app: 'db' }, unknown: 'all' })).toBe('no');
  });

  test.each([
    ['a refused one', { matchLabels: ['app'] }, 'nothing'], ['an empty one', {}, 'everything'],
    ['a label that has to be there', expression('Exists'), 'tier'], ['several values', expression('NotIn', ['a', 'b']), 'tier notin (a, b)'],
  ])('says in a message what is selected by %s', (_, selector, written) => {
    expect(`${Selector.parse(selector as never)}`).toBe(written);
  });

  test('is written as kubectl takes it', () => {
    const selector = Selector.parse({
      matchLabels: { app: 'web' },
      matchExpressions: [{ key: 'tier', operator: 'In', values: ['a', 'b'] }, { key: 'old', operator: 'DoesNotExist' }, { key: 'x', operator: 'NotIn', values: ['y'] }],
    });
    expect(`${selector}`).toBe('app=web, tier in (a, b), !old, x!=y');
  });
});

describe('a requirement', () => {
  const requirement = (operator: Requirement['operator'], ...values: string[]): Requirement => ({ key: 'tier', operator, values });

  test.each([
    ['In is met by one of its values', requirement('In', 'front'), { tier: 'front' }, 'yes'],
    ['In is missed without the label', requirement('In', 'front'), {}, 'no'],
    ['NotIn is met by another value', requirement('NotIn', 'front'), { tier: 'back' }, 'yes'],
    ['NotIn is met without the label', requirement('NotIn', 'front'), {}, 'yes'],
    ['NotIn is missed by one of its values', requirement('NotIn', 'front'), { tier: 'front' }, 'no'],
    ['Exists is met by any value', requirement('Exists'), { tier: 'front' }, 'yes'],
    ['Exists is missed without the label', requirement('Exists'), {}, 'no'],
    ['DoesNotExist is met without the label', requirement('DoesNotExist'), {}, 'yes'],
    ['DoesNotExist is missed by any value', requirement('DoesNotExist'), { tier: 'front' }, 'no'],
  ])('by %s', (_, one, labels, expected) => expect(matchRequirement(one, completeLabels(labels as Record<string, string>))).toBe(expected));

  test('about a label that nobody knows is in doubt', () => {
    expect(matchRequirement(requirement('DoesNotExist'), { labels: {}, unknown: 'all' })).toBe('maybe');
  });
});
