import { Chart, Cron } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { appsChart } from './policies';
import { PodSelection } from '../../src/network';

const ADDRESS = 'cdk8s.io/metadata.addr';
const containers = [{ image: 'client' }];

test('labels are sorted by their keys', () => {
  expect(Object.keys(PodSelection.labels({ component: 'api', app: 'x' }).podLabels)).toEqual(['app', 'component']);
});

test('an empty set of labels is refused, and namespace() named', () => {
  expect(() => PodSelection.labels({})).toThrow('use PodSelection.namespace()');
});

test.each([
  [{ 'bad key!': 'x' }, "label key 'bad key!'"],
  [{ app: 'bad value!' }, "label app has the invalid value 'bad value!'"],
])('labels %j are refused', (labels, message) => {
  expect(() => PodSelection.labels(labels)).toThrow(message);
});

test('a namespace that is no name is refused', () => {
  expect(() => PodSelection.namespace('Apps')).toThrow("'Apps' is no name of a namespace");
});

test('the whole namespace has no labels', () => {
  expect(PodSelection.namespace('nats')).toMatchObject({ podLabels: {}, inNamespace: 'nats' });
});

test('a change of the given labels does not change the selection', () => {
  const labels = { app: 'x' };
  const selection = PodSelection.labels(labels);
  labels.app = 'y';
  expect(selection.podLabels).toEqual({ app: 'x' });
});

test.each([
  ['Deployment', (chart: Chart) => new kplus.Deployment(chart, 'workload', { containers })],
  ['StatefulSet', (chart: Chart) => new kplus.StatefulSet(chart, 'workload', { containers, service: serviceOf(chart) })],
  ['DaemonSet', (chart: Chart) => new kplus.DaemonSet(chart, 'workload', { containers })],
  ['Job', (chart: Chart) => new kplus.Job(chart, 'workload', { containers })],
])('the selection of a %s is carried by its pods', (kind, make) => {
  const chart = appsChart();
  const { podLabels } = PodSelection.workload(make(chart));
  expect(Object.keys(podLabels)).toEqual([ADDRESS]);
  expect(renderedOf(chart, kind).spec.template.metadata.labels).toMatchObject(podLabels);
});

test('the selection of a CronJob is carried by its pods', () => {
  const chart = appsChart();
  const cronJob = new kplus.CronJob(chart, 'job', { containers, schedule: Cron.hourly() });
  const { podLabels } = PodSelection.workload(cronJob);
  expect(Object.keys(podLabels)).toEqual([ADDRESS]);
  expect(renderedOf(chart, 'CronJob').spec.jobTemplate.spec.template.metadata.labels).toMatchObject(podLabels);
});

test('the selection of a Pod is carried by it', () => {
  const chart = appsChart();
  const { podLabels } = PodSelection.workload(new kplus.Pod(chart, 'pod', { containers }));
  expect(Object.keys(podLabels)).toEqual([ADDRESS]);
  expect(renderedOf(chart, 'Pod').metadata.labels).toMatchObject(podLabels);
});

test('labels that the selector of a workload gets later count', () => {
  const deployment = new kplus.Deployment(appsChart(), 'deployment', { containers, select: false });
  const selection = PodSelection.workload(deployment);
  deployment.select(kplus.LabelSelector.of({ labels: { app: 'x' } }));
  expect(selection.podLabels).toEqual({ app: 'x' });
});

test('a workload that selects by expressions is selected by the label of its pods', () => {
  const deployment = new kplus.Deployment(appsChart(), 'deployment', { containers, select: false });
  deployment.select(kplus.LabelSelector.of({ expressions: [kplus.LabelExpression.exists('app')], labels: { app: 'x' } }));
  expect(Object.keys(PodSelection.workload(deployment).podLabels)).toEqual([ADDRESS]);
});

test('a workload lies in its own namespace', () => {
  const deployment = new kplus.Deployment(appsChart(), 'deployment', { containers, metadata: { namespace: 'other' } });
  expect(PodSelection.workload(deployment).inNamespace).toBe('other');
});

test('pods that are selected by labels in one named namespace are taken over', () => {
  const pods = kplus.Pods.select(appsChart(), 'pods', {
    labels: { app: 'nats' },
    namespaces: kplus.Namespaces.select(appsChart(), 'namespaces', { names: ['nats'] }),
  });
  expect(PodSelection.workload(pods)).toMatchObject({ podLabels: { app: 'nats' }, inNamespace: 'nats' });
});

test('pods of several namespaces are refused', () => {
  const chart = appsChart();
  const namespaces = kplus.Namespaces.select(chart, 'namespaces', { names: ['a', 'b'] });
  const pods = kplus.Pods.select(chart, 'pods', { labels: { app: 'nats' }, namespaces });
  expect(() => PodSelection.workload(pods)).toThrow('apps/pods selects pods of several namespaces');
});

test('pods of namespaces with labels are refused', () => {
  const chart = appsChart();
  const namespaces = kplus.Namespaces.select(chart, 'namespaces', { labels: { team: 'x' } });
  const pods = kplus.Pods.select(chart, 'pods', { labels: { app: 'nats' }, namespaces });
  expect(() => PodSelection.workload(pods)).toThrow('several namespaces');
});

test('pods that are selected by expressions are refused', () => {
  const pods = kplus.Pods.select(appsChart(), 'pods', { expressions: [kplus.LabelExpression.exists('app')] });
  expect(() => PodSelection.workload(pods)).toThrow('apps/pods selects pods by expressions');
});

test('all pods of the cluster are refused', () => {
  expect(() => PodSelection.workload(kplus.Pods.all(appsChart(), 'pods'))).toThrow('use PodSelection.namespace()');
});

test('a selection as a peer has the labels that it gets later', () => {
  const deployment = new kplus.Deployment(appsChart(), 'deployment', { containers, select: false });
  const { peer } = PodSelection.workload(deployment);
  deployment.select(kplus.LabelSelector.of({ labels: { app: 'x' } }));
  expect(peer).toEqual({ namespace: 'petrosa-apps', podLabels: { app: 'x' } });
});

function serviceOf(chart: Chart): kplus.Service {
  return new kplus.Service(chart, 'service', { ports: [{ port: 80 }] });
}

function renderedOf(chart: Chart, kind: string): any {
  return chart.toJson().find((manifest: any) => manifest.kind === kind);
}
