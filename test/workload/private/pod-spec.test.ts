import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { UnsatisfiableSpread } from '../../../src/workload';
import { appsChart, bot, botWith, containerOf, render, synth, templateOf } from '../support';

const TMP = { name: 'default-tmp', mountPath: '/tmp' };
const volume = (chart: Chart, name = 'own') => kplus.Volume.fromEmptyDir(chart, name, name);

test('a container with a read-only root gets an emptyDir at /tmp', () => {
  const objects = render(chart => bot(chart));
  expect(containerOf(objects).volumeMounts).toEqual([TMP]);
  expect(templateOf(objects).spec.volumes).toEqual([{ name: 'default-tmp', emptyDir: {} }]);
});

test('a container with a writable root gets none', () => {
  const objects = render(chart => botWith(chart, { securityContext: { readOnlyRootFilesystem: false } }));
  expect(containerOf(objects)).not.toHaveProperty('volumeMounts');
  expect(templateOf(objects).spec).not.toHaveProperty('volumes');
});

test.each(['/tmp', '/tmp/'])('a container with a volume of its own at %s gets none', path => {
  const objects = render(chart => botWith(chart, { volumeMounts: [{ path, volume: volume(chart) }] }));
  expect(containerOf(objects).volumeMounts).toEqual([{ name: 'own', mountPath: path }]);
  expect(templateOf(objects).spec.volumes).toEqual([{ name: 'own', emptyDir: {} }]);
});

test('a volume that is mounted at /tmp later counts', () => {
  const chart = appsChart();
  bot(chart).containers[0].mount('/tmp', volume(chart));
  expect(containerOf(synth(chart)).volumeMounts).toEqual([{ name: 'own', mountPath: '/tmp' }]);
});

test.each(['/tmp/cache', '/tmpfs', '/var/tmp'])('a volume at %s leaves /tmp read-only, so the emptyDir is added', path => {
  const objects = render(chart => botWith(chart, { volumeMounts: [{ path, volume: volume(chart) }] }));
  expect(containerOf(objects).volumeMounts).toEqual([{ name: 'own', mountPath: path }, TMP]);
});

test('the containers of a pod share the emptyDir; init containers and late ones have it too', () => {
  const chart = appsChart();
  const workload = bot(chart, { initContainers: [{ name: 'init', image: 'x:1' }] });
  workload.addContainer({ name: 'late', image: 'x:1' });
  workload.addContainer({ name: 'writable', image: 'x:1', securityContext: { readOnlyRootFilesystem: false } });
  const objects = synth(chart);
  expect(['init', 'bot', 'late', 'writable'].map(name => containerOf(objects, name).volumeMounts)).toEqual([[TMP], [TMP], [TMP], undefined]);
  expect(templateOf(objects).spec.volumes).toHaveLength(1);
});

test('a volume of the user keeps its name, and the emptyDir has another', () => {
  const objects = render(chart => botWith(chart, { volumeMounts: [{ path: '/data', volume: volume(chart, 'default-tmp') }] }));
  expect(templateOf(objects).spec.volumes.map(({ name }: any) => name)).toEqual(['default-tmp', 'default-tmp-tmp']);
  expect(containerOf(objects).volumeMounts.map(({ name }: any) => name)).toEqual(['default-tmp', 'default-tmp-tmp']);
});

test('the priority class is rendered', () => {
  expect(templateOf(render(chart => bot(chart, { priorityClassName: 'high' }))).spec.priorityClassName).toBe('high');
});

test('a topology spread selects the identity; pods may be one apart and go somewhere', () => {
  const topologySpread = [{ topologyKey: 'topology.kubernetes.io/zone' }];
  expect(templateOf(render(chart => bot(chart, { topologySpread }))).spec.topologySpreadConstraints).toEqual([{
    topologyKey: 'topology.kubernetes.io/zone',
    maxSkew: 1,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: { app: 'bot' } },
  }]);
});

test('skew and what happens otherwise can be given', () => {
  const topologySpread = [{ topologyKey: 'kubernetes.io/hostname', maxSkew: 3, whenUnsatisfiable: UnsatisfiableSpread.DO_NOT_SCHEDULE }];
  expect(templateOf(render(chart => bot(chart, { topologySpread }))).spec.topologySpreadConstraints[0])
    .toMatchObject({ maxSkew: 3, whenUnsatisfiable: 'DoNotSchedule' });
});

test('pull secrets are added to that of cdk8s-plus', () => {
  const objects = render(chart => bot(chart, {
    imagePullSecrets: ['a', 'b'],
    dockerRegistryAuth: kplus.Secret.fromSecretName(chart, 'auth', 'registry') as kplus.DockerConfigSecret,
  }));
  expect(templateOf(objects).spec.imagePullSecrets).toEqual([{ name: 'registry' }, { name: 'a' }, { name: 'b' }]);
});

test('none of this is rendered by default', () => {
  const { spec } = templateOf(render(chart => bot(chart)));
  for (const field of ['priorityClassName', 'topologySpreadConstraints', 'imagePullSecrets']) expect(spec).not.toHaveProperty(field);
});
