import { Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { chartOf } from '../../../src/app/private/chart-of';

test('a construct lies in the nearest chart', () => {
  const inner = new Chart(Testing.chart(), 'inner');
  expect(chartOf(new Construct(new Construct(inner, 'group'), 'leaf'))).toBe(inner);
});

test('a chart lies in itself', () => {
  const chart = Testing.chart();
  expect(chartOf(chart)).toBe(chart);
});

test('a construct outside of every chart lies in the app', () => {
  const app = Testing.app();
  expect(chartOf(new Construct(app, 'import'))).toBe(app);
});
