import * as fc from 'fast-check';
import { LabelIndex } from '../../../src/network/private/label-index';
import { Labels } from '../../../src/network/private/labels';

const labelSets = fc.dictionary(fc.constantFrom('app', 'tier', 'constructor'), fc.constantFrom('a', 'b', 'c'));

function indexOf(sets: readonly Labels[]): LabelIndex<number> {
  const index = new LabelIndex<number>();
  sets.forEach((labels, i) => index.add(labels, i));
  return index;
}

const has = (labels: Labels, others: Labels): boolean => Object.keys(others).every(key => Object.hasOwn(labels, key) && labels[key] === others[key]);
const contradicts = (a: Labels, b: Labels): boolean => Object.keys(a).some(key => Object.hasOwn(b, key) && a[key] !== b[key]);

const QUESTIONS = {
  agreeing: (set: Labels, labels: Labels) => !contradicts(set, labels),
  within: (set: Labels, labels: Labels) => has(labels, set),
  carrying: (set: Labels, labels: Labels) => has(set, labels),
};

test.each(['agreeing', 'within', 'carrying'] as const)('%s finds everything that is meant', (question) => {
  fc.assert(fc.property(fc.array(labelSets), labelSets, (sets, labels) => {
    const meant = sets.flatMap((set, i) => (QUESTIONS[question](set, labels) ? [i] : []));
    expect(indexOf(sets)[question](labels)).toEqual(expect.arrayContaining(meant));
  }));
});

test('what has another label is not within', () => {
  expect(indexOf([{ app: 'a', tier: 'b' }, {}]).within({ app: 'a' })).toEqual([1]);
});

test('what lacks a label is not among what carries it', () => {
  expect(indexOf([{ app: 'a', tier: 'b' }, { app: 'a' }]).carrying({ app: 'a', tier: 'b' })).toEqual([0]);
});

test('nothing is found twice', () => {
  fc.assert(fc.property(fc.array(labelSets), labelSets, (sets, labels) => {
    const found = indexOf(sets).agreeing(labels);
    expect(found).toEqual([...new Set(found)]);
  }));
});

test('the rarest of the shared labels decides what is looked at', () => {
  const index = indexOf(['a', 'b', 'c'].map(app => ({ 'app': app, 'app.kubernetes.io/part-of': 'platform' })));
  expect(index.agreeing({ 'app.kubernetes.io/part-of': 'platform', 'app': 'b' })).toEqual([1]);
});

test('a value that nothing has is found nowhere', () => {
  expect(indexOf([{ app: 'a' }]).agreeing({ app: 'b' })).toEqual([]);
});

test('what is deleted is no longer found, and the others are', () => {
  const index = indexOf([{ app: 'a' }, { app: 'a' }]);
  index.delete({ app: 'a' }, 0);
  expect([index.agreeing({ app: 'a' }), index.agreeing({ tier: 'b' })]).toEqual([[1], [1]]);
});
