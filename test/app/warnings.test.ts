import { App, Chart, Testing } from 'cdk8s';
import { Warnings } from '../../src/app';

let stderr: jest.SpyInstance;
beforeEach(() => { stderr = jest.spyOn(console, 'error').mockImplementation(); });

test('a warning has the path of its construct', () => {
  const chart = Testing.chart();
  Warnings.add(chart, 'careful');
  expect(Warnings.all(chart)).toEqual(['test: careful']);
});

test('a warning about the app is headed App', () => {
  const app = Testing.app();
  Warnings.add(app, 'careful');
  expect(Warnings.all(app)).toEqual(['App: careful']);
});

test('warnings come in the order in which they were added, from the whole app', () => {
  const app = Testing.app();
  const [one, two] = [new Chart(app, 'one'), new Chart(app, 'two')];
  Warnings.add(two, 'first');
  Warnings.add(one, 'second');
  expect(Warnings.all(one)).toEqual(['two: first', 'one: second']);
});

test('apps do not share their warnings', () => {
  Warnings.add(Testing.chart(), 'careful');
  expect(Warnings.all(Testing.chart())).toEqual([]);
});

test('a warning is recorded on the node', () => {
  const chart = Testing.chart();
  Warnings.add(chart, 'careful');
  expect(chart.node.metadata).toEqual([{ type: 'cdk8s-petrosa:warning', data: 'careful' }]);
});

test('a synth of many charts prints each warning once', () => {
  const app = Testing.app();
  const charts = ['one', 'two', 'three'].map(id => new Chart(app, id));
  Warnings.add(charts[0], 'careful');
  app.synth();
  app.synth();
  expect(stderr.mock.calls).toEqual([['warning: one: careful']]);
});

test('a warning that is added after a synth is printed by the next', () => {
  const chart = Testing.chart();
  Warnings.add(chart, 'early');
  Testing.synth(chart);
  Warnings.add(chart, 'late');
  Testing.synth(chart);
  expect(stderr.mock.calls).toEqual([['warning: test: early'], ['warning: test: late']]);
});

test('under strict a warning fails the synth and is not printed', () => {
  const chart = Testing.chart();
  Warnings.strict(chart);
  Warnings.add(chart, 'careful');
  expect(() => Testing.synth(chart)).toThrow('test: careful');
  expect(stderr).not.toHaveBeenCalled();
});

test('under strict an app without warnings is synthesised', () => {
  const chart = Testing.chart();
  Warnings.strict(chart);
  expect(Testing.synth(chart)).toEqual([]);
});

test('strict holds for the app that it was said of alone', () => {
  Warnings.strict(new App());
  const chart = Testing.chart();
  Warnings.add(chart, 'careful');
  expect(Testing.synth(chart)).toEqual([]);
});
