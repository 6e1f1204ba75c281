import { Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { claimName, objectId } from '../../../src/app/private/names';
import { Warnings } from '../../../src/app/warnings';

function twoConstructs() {
  const chart = Testing.chart();
  return [new Construct(chart, 'one'), new Construct(chart, 'two')];
}

test('two constructs that render one object are refused, with the paths of both', () => {
  const [one, two] = twoConstructs();
  claimName(one, 'ConfigMap', 'apps', 'settings');
  expect(() => claimName(two, 'ConfigMap', 'apps', 'settings')).toThrow('test/two: ConfigMap settings is rendered by test/one as well');
});

test.each([
  ['kind', 'Secret', 'apps', 'settings'],
  ['namespace', 'ConfigMap', 'nats', 'settings'],
  ['name', 'ConfigMap', 'apps', 'others'],
])('objects that differ by %s are two', (_, kind, namespace, name) => {
  const [one, two] = twoConstructs();
  claimName(one, 'ConfigMap', 'apps', 'settings');
  expect(() => claimName(two, kind, namespace, name)).not.toThrow();
});

test('a construct may claim its name again', () => {
  const [one] = twoConstructs();
  claimName(one, 'ConfigMap', 'apps', 'settings');
  expect(() => claimName(one, 'ConfigMap', 'apps', 'settings')).not.toThrow();
});

test('without a namespace, objects of one chart clash and objects of two charts do not', () => {
  const [one, two] = twoConstructs();
  const elsewhere = new Chart(one.node.root as Construct, 'elsewhere');
  claimName(one, 'ConfigMap', undefined, 'settings');
  claimName(elsewhere, 'ConfigMap', undefined, 'settings');
  expect(Warnings.all(elsewhere)).toEqual([]);
  expect(() => claimName(two, 'ConfigMap', undefined, 'settings')).toThrow('rendered by test/one');
});

test('without a namespace, objects of one chart that differ by name are two', () => {
  const [one, two] = twoConstructs();
  claimName(one, 'ConfigMap', undefined, 'settings');
  expect(() => claimName(two, 'ConfigMap', undefined, 'others')).not.toThrow();
});

test('apps do not share their names', () => {
  claimName(twoConstructs()[0], 'ConfigMap', 'apps', 'settings');
  expect(() => claimName(twoConstructs()[1], 'ConfigMap', 'apps', 'settings')).not.toThrow();
});

test('an object of a namespace has one id in all charts', () => {
  const app = Testing.app();
  const [one, two] = [new Chart(app, 'one'), new Chart(app, 'two')];
  expect(objectId(one, 'apps', 'settings')).toEqual(objectId(two, 'apps', 'settings'));
});

test('an object that two charts render is a warning, since the charts may go to two clusters', () => {
  const app = Testing.app();
  const [staging, production] = [new Chart(app, 'staging'), new Chart(app, 'production')];
  claimName(staging, 'ConfigMap', 'apps', 'settings');
  claimName(production, 'ConfigMap', 'apps', 'settings');
  expect(Warnings.all(app)).toEqual([expect.stringContaining('production: ConfigMap settings is rendered by staging as well')]);
});
