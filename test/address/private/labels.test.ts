import { checkedLabels } from '../../../src/address/private/labels';

test.each<{ [key: string]: string }>([
  { app: 'nats' },
  { a: '1' },
  { App: 'nats' },
  { 'app.kubernetes.io/name': 'nats' },
  { app: '' },
  { ['k'.repeat(63)]: 'v'.repeat(63) },
])('%j are labels', labels => expect(checkedLabels(labels)).toEqual(labels));

test.each(['', '-app', 'app name', 'Bad_Domain/app', '/app', 'a/b/c', 'k'.repeat(64)])('%j is no label key', key => {
  expect(() => checkedLabels({ [key]: 'x' })).toThrow('label key ');
});

test.each(['a b', '-a', 'v'.repeat(64), 1 as unknown as string])('%j is no label value', value => {
  expect(() => checkedLabels({ app: value })).toThrow('label app has the invalid value');
});

test('later changes of the given labels do not come through', () => {
  const given: { [key: string]: string } = { app: 'nats' };
  const labels = checkedLabels(given);
  given.app = 'other';
  expect(labels).toEqual({ app: 'nats' });
});
