import { ApiObject, App, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { ServiceEndpoint } from '../../src/address/service-endpoint';
import { Warnings } from '../../src/app';
import { AppConfig } from '../../src/config';

const chartIn = (namespace?: string) => new Chart(new App(), 'test', { namespace });
const config = (chart: Chart, data: { [key: string]: string } = { A: '1', B: '2' }) => new AppConfig(chart, 'config', { name: 'settings', data });
const engine = ServiceEndpoint.http({ service: 'engine', namespace: 'apps', port: 80 });
const unused = (keys: string) => [`test/config: no workload uses ${keys} of ConfigMap settings; wire it with useConfig, remove it, or say in readBy who reads it`];

test('the endpoints of the props become keys', () => {
  const settings = new AppConfig(chartIn(), 'config', { name: 'settings', endpoints: { ENGINE: engine } });
  expect(settings.endpoint('ENGINE').url).toBe(settings._value('ENGINE'));
});

test('keys that nobody uses are one warning', () => {
  expect(Warnings.all(config(chartIn()))).toEqual(unused('A, B'));
});

test('a key that is marked as used is not in the warning', () => {
  const settings = config(chartIn());
  settings._markUsed('A');
  expect(Warnings.all(settings)).toEqual(unused('B'));
});

test('no warning is left when every key is marked', () => {
  const settings = config(chartIn());
  settings.keys.forEach(key => settings._markUsed(key));
  expect(Warnings.all(settings)).toEqual([]);
});

test('a key that is marked after a synth is no warning of the next', () => {
  jest.spyOn(console, 'error').mockImplementation();
  const settings = config(chartIn(), { A: '1' });
  Testing.synth(Chart.of(settings));
  Warnings.strict(settings);
  settings._markUsed('A');
  expect(() => Testing.synth(Chart.of(settings))).not.toThrow();
});

test('a key that is added late is in the warning', () => {
  const settings = config(chartIn(), {});
  settings.addData('LATE', '1');
  expect(Warnings.all(settings)).toEqual(unused('LATE'));
});

test('a reader elsewhere silences the warning', () => {
  expect(Warnings.all(new AppConfig(chartIn(), 'config', { name: 'settings', data: { A: '1' }, readBy: 'the dashboards' }))).toEqual([]);
});

test('an imported config is not warned about', () => {
  expect(Warnings.all(AppConfig.fromConfigMapName(chartIn(), 'config', { name: 'settings', keys: ['A'] }))).toEqual([]);
});

test('a key that a plain cdk8s-plus container refers to is used', () => {
  const chart = chartIn();
  const settings = config(chart);
  new kplus.Pod(chart, 'pod', { containers: [{ image: 'a', envVariables: { A: kplus.EnvValue.fromConfigMap(settings, 'A') } }] });
  expect(Warnings.all(chart)).toEqual(unused('B'));
});

test('envFrom uses every key', () => {
  const chart = chartIn();
  const envFrom = [kplus.Env.fromConfigMap(config(chart))];
  new kplus.Pod(chart, 'pod', { containers: [{ image: 'a', envFrom }] });
  expect(Warnings.all(chart)).toEqual([]);
});

test('a reference that is made after a look at the warnings counts', () => {
  const chart = chartIn();
  const settings = config(chart);
  Warnings.all(chart);
  new kplus.Pod(chart, 'pod', { containers: [{ image: 'a', envFrom: [kplus.Env.fromConfigMap(settings)] }] });
  expect(Warnings.all(chart)).toEqual([]);
});

test('a reference from another namespace does not count', () => {
  const chart = chartIn('apps');
  config(chart, { A: '1' });
  new ApiObject(chart, 'pod', {
    apiVersion: 'v1', kind: 'Pod', metadata: { namespace: 'other' }, spec: { containers: [{ envFrom: [{ configMapRef: { name: 'settings' } }] }] },
  });
  expect(Warnings.all(chart)).toEqual(unused('A'));
});

test('an imported config gets the namespace and the endpoints that are given', () => {
  const imported = AppConfig.fromConfigMapName(chartIn('apps'), 'config', { name: 'settings', namespace: 'other', keys: ['ENGINE'], endpoints: { ENGINE: engine } });
  expect([imported.owned, imported.namespace, imported.endpoint('ENGINE').url]).toEqual([false, 'other', engine.url]);
});
