import { Chart, Testing } from 'cdk8s';
import { Warnings } from '../../../src/app';
import { deferWarnings, oncePerDecision, warningLog } from '../../../src/app/private/deferred-warnings';

beforeEach(() => { jest.spyOn(console, 'error').mockImplementation(); });

test('a deferred check sees what comes after it', () => {
  const chart = Testing.chart();
  let late = 'nothing';
  deferWarnings(chart, () => [`${late} came`]);
  late = 'something';
  expect(Warnings.all(chart)).toEqual(['test: something came']);
});

test('deferred warnings follow those that were known before', () => {
  const chart = Testing.chart();
  deferWarnings(chart, () => ['decided']);
  Warnings.add(chart, 'known');
  expect(Warnings.all(chart)).toEqual(['test: known', 'test: decided']);
});

test('a synth decides a deferred check once, however many charts there are', () => {
  const app = Testing.app();
  const charts = ['one', 'two', 'three'].map(id => new Chart(app, id));
  const check = jest.fn(() => []);
  deferWarnings(charts[0], check);
  app.synth();
  expect(check).toHaveBeenCalledTimes(1);
});

test('what has changed makes the next synth decide anew', () => {
  const chart = Testing.chart();
  let message = 'before';
  deferWarnings(chart, () => [message]);
  Testing.synth(chart);
  message = 'after';
  warningLog(chart).changed();
  Testing.synth(chart);
  expect(jest.mocked(console.error).mock.calls).toEqual([['warning: test: before'], ['warning: test: after']]);
});

test('a check that is registered after a synth is decided by the next', () => {
  const chart = Testing.chart();
  deferWarnings(chart, () => []);
  Testing.synth(chart);
  deferWarnings(chart, () => ['late']);
  Testing.synth(chart);
  expect(console.error).toHaveBeenCalledWith('warning: test: late');
});

test('checks of one decision share a value, those of the next get a new one', () => {
  const chart = Testing.chart();
  const make = jest.fn(() => ({}));
  const shared = oncePerDecision(make);
  deferWarnings(chart, () => { shared(chart); return []; });
  deferWarnings(chart, () => { shared(chart); return []; });
  Warnings.all(chart);
  expect(make).toHaveBeenCalledTimes(1);
  Warnings.all(chart);
  expect(make).toHaveBeenCalledTimes(2);
});

test('a deferred warning is recorded on its node, once', () => {
  const app = Testing.app();
  const [chart] = ['one', 'two'].map(id => new Chart(app, id));
  deferWarnings(chart, () => ['decided']);
  app.synth();
  warningLog(app).changed();
  app.synth();
  expect(chart.node.metadata).toEqual([{ type: 'cdk8s-petrosa:warning', data: 'decided' }]);
});

test('under strict a deferred warning is recorded as well, and the error names the path once', () => {
  const chart = Testing.chart();
  Warnings.strict(chart);
  deferWarnings(chart, () => ['decided']);
  expect(() => Testing.synth(chart)).toThrow(/errors:\n {2}\[\] test: decided$/);
  expect(chart.node.metadata).toHaveLength(1);
});
