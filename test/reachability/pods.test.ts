import { networkOfObjects } from './support/network';
import { Workload } from '../../src/manifest';
import { labelsOfPods, portsOfPods, Selector } from '../../src/reachability';

/** The workload of a kind whose pods have the label app=web, with these fields in their spec. */
function workloadOf(kind: string, podSpec: object = { containers: [] }): Workload {
  const jobSpec = { template: { metadata: { labels: { app: 'web' } }, spec: podSpec } };
  const spec = kind === 'CronJob' ? { jobTemplate: { spec: jobSpec } } : jobSpec;
  return networkOfObjects([{ apiVersion: kind.endsWith('Job') ? 'batch/v1' : 'apps/v1', kind, metadata: { name: 'web', namespace: 'shop' }, spec }]).set.workloads[0];
}

describe('the labels of pods', () => {
  test.each([
    ['Deployment', 'pod-template-hash'],
    ['ReplicaSet', 'pod-template-hash'],
    ['StatefulSet', 'statefulset.kubernetes.io/pod-name'],
    ['StatefulSet', 'apps.kubernetes.io/pod-index'],
    ['StatefulSet', 'controller-revision-hash'],
    ['DaemonSet', 'controller-revision-hash'],
    ['DaemonSet', 'pod-template-generation'],
    ...['Job', 'CronJob'].flatMap(kind => [
      'job-name', 'batch.kubernetes.io/job-name', 'controller-uid', 'batch.kubernetes.io/controller-uid', 'batch.kubernetes.io/job-completion-index',
    ].map(key => [kind, key])),
  ])('of a %s may have any value for %s, which its controller writes', (kind, key) => {
    expect(Selector.ofLabels({ [key]: 'some' }).match(labelsOfPods(workloadOf(kind)))).toBe('maybe');
  });

  test.each([['Deployment', 'job-name'], ['Job', 'pod-template-hash']])('of a %s have no %s, which controllers of other kinds write', (kind, key) => {
    expect(Selector.ofLabels({ [key]: 'some' }).match(labelsOfPods(workloadOf(kind)))).toBe('no');
  });
});

describe('the ports of pods', () => {
  const ports = [{ containerPort: 8080 }];

  test.each([
    ['are those of their containers', { containers: [{ ports }] }, [8080]],
    ['are those of init containers that stay', { containers: [], initContainers: [{ restartPolicy: 'Always', ports }] }, [8080]],
    ['are not those of init containers that come to an end', { containers: [], initContainers: [{ ports }] }, []],
    ['are not those of ephemeral containers', { containers: [], ephemeralContainers: [{ restartPolicy: 'Always', ports }] }, []],
  ])('%s', (_, podSpec, expected) => expect(portsOfPods(workloadOf('Deployment', podSpec)).map(({ port }) => port)).toEqual(expected));
});
