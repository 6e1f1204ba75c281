import { Selector } from '../../../../src/reachability/selector';
import { LabelIndex } from '../../../../src/verify/rules/private/label-index';

const thing = (name: string, namespace: string, labels: Record<string, string>) => ({ name, namespace, labels });
const THINGS = [
  thing('a', 'market', { app: 'quotes' }),
  thing('b', 'market', { app: 'quotes', tier: 'web' }),
  thing('c', 'web', { app: 'quotes', tier: 'web' }),
];
const INDEX = new LabelIndex(THINGS, ({ labels }) => labels);

test('the nearest thing meets most of the demands', () => {
  expect(INDEX.nearest('market', Selector.ofLabels({ app: 'quotes', tier: 'web', stage: 'test' }))?.name).toBe('b');
});

test('the first of equals is the nearest', () => {
  expect(INDEX.nearest('market', Selector.ofLabels({ app: 'quotes' }))?.name).toBe('a');
});

test('nothing is near in another namespace', () => {
  expect(INDEX.nearest('accounts', Selector.ofLabels({ app: 'quotes' }))).toBeUndefined();
});

test('a demand for one of several values is met by each of them', () => {
  const selector = Selector.parse({ matchExpressions: [{ key: 'app', operator: 'In', values: ['orders', 'quotes'] }] });
  expect(INDEX.meeting('market', selector.requirements[0]).map(({ name }) => name)).toEqual(['a', 'b']);
});

test('a demand for the absence of a label is met by nobody', () => {
  const selector = Selector.parse({ matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] });
  expect(INDEX.meeting('market', selector.requirements[0])).toEqual([]);
});

test('a label that many carry brings nothing near', () => {
  const many = new LabelIndex(Array.from({ length: 101 }, (_, i) => thing(`${i}`, 'market', { team: 'trading' })), ({ labels }) => labels);
  expect(many.nearest('market', Selector.ofLabels({ team: 'trading' }))).toBeUndefined();
});

test('one demand that something meets is enough to be met at all', () => {
  expect(['quotes', 'orders'].map(app => INDEX.anyMeets('market', Selector.ofLabels({ stage: 'test', app })))).toEqual([true, false]);
});
