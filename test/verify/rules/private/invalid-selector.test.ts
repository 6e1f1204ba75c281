import { invalidSelector } from '../../../../src/verify/rules/private/invalid-selector';

test.each([
  ['In without values', { key: 'app', operator: 'In' }, 'the operator In of label app has no values'],
  ['Exists with values', { key: 'app', operator: 'Exists', values: ['web'] }, 'the operator Exists of label app takes no values'],
  ['an operator that is none', { key: 'app', operator: 'Equals', values: ['web'] }, 'Equals is no operator of a selector'],
])('the API server refuses %s', (_, expression, message) => {
  expect(invalidSelector({ matchExpressions: [expression] })?.message).toBe(message);
});

test('what stands behind a good expression is looked at', () => {
  expect(invalidSelector({ matchExpressions: [{ key: 'app', operator: 'Exists' }, { key: 'app', operator: 'Is' }] })).toBeDefined();
});

test.each([['a text', 'app'], ['no operator', { key: 'app' }]])('%s in the place of an expression is a fault of another rule', (_, expression) => {
  expect(invalidSelector({ matchExpressions: [expression] })).toBeUndefined();
});
