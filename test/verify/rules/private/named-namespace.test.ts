import { Selector } from '../../../../src/reachability/selector';
import { namedNamespace } from '../../../../src/verify/rules/private/named-namespace';

test.each(['kubernetes.io/metadata.name', 'name', 'namespace'])('a selector names a namespace by %s', (key) => {
  expect(namedNamespace(Selector.ofLabels({ team: 'trading', [key]: 'messaging' }))).toBe('messaging');
});

test('a selector by another label names none', () => {
  expect(namedNamespace(Selector.ofLabels({ team: 'trading' }))).toBeUndefined();
});

test('a selector of several names means none of them', () => {
  expect(namedNamespace(Selector.parse({ matchExpressions: [{ key: 'name', operator: 'In', values: ['a', 'b'] }] }))).toBeUndefined();
});

test('the absence of a name names none', () => {
  expect(namedNamespace(Selector.parse({ matchExpressions: [{ key: 'name', operator: 'NotIn', values: ['a'] }] }))).toBeUndefined();
});
