import { App, Chart } from 'cdk8s';
import { declareIsolated, isIsolated, onIsolated } from '../../../src/network/private/isolation';
import { appsChart } from '../policies';

const pods = { namespace: 'a', labels: { app: 'x', component: 'api' } };

test('pods are open until they are declared isolated', () => {
  const chart = appsChart();
  expect(isIsolated(chart, pods)).toBe(false);
  declareIsolated(chart, pods);
  expect(isIsolated(chart, pods)).toBe(true);
});

test.each([
  ['some of their labels', { app: 'x' }, true],
  ['no label', {}, true],
  ['another value', { app: 'y' }, false],
  ['a label that they lack', { app: 'x', component: 'api', tier: 'z' }, false],
])('a declaration by %s means those who carry it all', (_what, labels, isolated) => {
  const chart = appsChart();
  declareIsolated(chart, { namespace: 'a', labels });
  expect(isIsolated(chart, pods)).toBe(isolated);
});

test('a declaration means its namespace only', () => {
  const chart = appsChart();
  declareIsolated(chart, { ...pods, namespace: 'b' });
  expect(isIsolated(chart, pods)).toBe(false);
});

test('a declaration on the app means its charts, and no other app', () => {
  const app = new App();
  declareIsolated(app, pods);
  expect([appsChart('apps', app), appsChart()].map(chart => isIsolated(chart, pods))).toEqual([true, false]);
});

test('charts without namespace do not share a declaration', () => {
  const app = new App();
  const [one, other] = ['one', 'other'].map(id => new Chart(app, id));
  declareIsolated(one, { labels: {} });
  expect([one, other].map(chart => isIsolated(chart, { labels: {} }))).toEqual([true, false]);
});

test('who asks after the declaration is called back at once, and not again', () => {
  const chart = appsChart();
  const callback = jest.fn();
  declareIsolated(chart, pods);
  onIsolated(chart, pods, callback);
  expect(callback).toHaveBeenCalledTimes(1);
  declareIsolated(chart, pods);
  expect(callback).toHaveBeenCalledTimes(1);
});

test('all who ask before are called back once, at the first declaration that means their pods', () => {
  const chart = appsChart();
  const callbacks = [jest.fn(), jest.fn()];
  callbacks.forEach(callback => onIsolated(chart, pods, callback));
  declareIsolated(chart, { namespace: 'a', labels: { app: 'y' } });
  expect(callbacks.map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  declareIsolated(chart, pods);
  declareIsolated(chart, pods);
  expect(callbacks.map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});
