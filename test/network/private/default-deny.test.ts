import { App, Chart } from 'cdk8s';
import { declareDefaultDeny, isDefaultDeny, onDefaultDeny } from '../../../src/network/private/default-deny';
import { appsChart } from '../policies';

test('a namespace is open until it is declared otherwise', () => {
  const chart = appsChart();
  expect(isDefaultDeny(chart, 'a', 'ingress')).toBe(false);
  declareDefaultDeny(chart, 'a', 'ingress');
  expect(isDefaultDeny(chart, 'a', 'ingress')).toBe(true);
});

test.each([
  ['namespace', 'b', 'ingress'],
  ['direction', 'a', 'egress'],
] as const)('a declaration means its %s only', (_what, namespace, direction) => {
  const chart = appsChart();
  declareDefaultDeny(chart, 'a', 'ingress');
  expect(isDefaultDeny(chart, namespace, direction)).toBe(false);
});

test('a declaration means its app only', () => {
  declareDefaultDeny(appsChart(), 'a', 'ingress');
  expect(isDefaultDeny(appsChart(), 'a', 'ingress')).toBe(false);
});

test('charts without namespace do not share a declaration', () => {
  const app = new App();
  const [one, other] = ['one', 'other'].map(id => new Chart(app, id));
  declareDefaultDeny(one, undefined, 'ingress');
  expect([one, other].map(chart => isDefaultDeny(chart, undefined, 'ingress'))).toEqual([true, false]);
});

test('who asks after the declaration is called back at once, and not again', () => {
  const chart = appsChart();
  const callback = jest.fn();
  declareDefaultDeny(chart, 'a', 'ingress');
  onDefaultDeny(chart, 'a', 'ingress', callback);
  expect(callback).toHaveBeenCalledTimes(1);
  declareDefaultDeny(chart, 'a', 'ingress');
  expect(callback).toHaveBeenCalledTimes(1);
});

test('all who ask before are called back once, at the first declaration', () => {
  const chart = appsChart();
  const callbacks = [jest.fn(), jest.fn()];
  callbacks.forEach(callback => onDefaultDeny(chart, 'a', 'ingress', callback));
  expect(callbacks.map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  declareDefaultDeny(chart, 'a', 'ingress');
  declareDefaultDeny(chart, 'a', 'ingress');
  expect(callbacks.map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});
