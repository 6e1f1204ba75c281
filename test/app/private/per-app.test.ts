import { Chart, Testing } from 'cdk8s';
import { perApp } from '../../../src/app/private/per-app';

test('all constructs of an app see one value', () => {
  const app = Testing.app();
  const value = perApp(() => ({}));
  expect(value(new Chart(app, 'one'))).toBe(value(new Chart(app, 'two')));
});

test('another app has another value', () => {
  const value = perApp(() => ({}));
  expect(value(Testing.chart())).not.toBe(value(Testing.chart()));
});

test('a value is made from the root of the app', () => {
  const chart = Testing.chart();
  expect(perApp(root => root)(chart)).toBe(chart.node.root);
});
