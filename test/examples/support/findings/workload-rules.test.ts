import { cronJob, deployment, object, wrong } from './fixtures';
import {
  cronDeadlineExceedsPeriod, cronStepOutOfRange, duplicateWorkload, hpaAndReplicas, imagePlaceholderMissing, imageUnqualified, noProbes,
  noSecurityContext, rbacBroad,
} from './workload-rules';

describe('cronStepOutOfRange', () => {
  const check = (schedule: string) => wrong(cronStepOutOfRange(15), 'CronJob/a', cronJob('a', schedule));

  test('accepts a run every 15 minutes, however it is written', () => {
    expect(['*/15 * * * *', '2-59/15 * * * *', '2,17,32,47 * * * *'].map(check)).toEqual([[], [], []]);
  });

  test('reports a step of minutes in the field of hours', () => {
    expect(check('2 */15 * * *')).toEqual(['CronJob/a: 2 */15 * * *: a step of 15 does not divide 24 hours']);
  });

  test('reports a step that is larger than its field', () => {
    expect(check('5 */30 * * *')).toHaveLength(1);
  });

  test('reports another period', () => {
    expect(check('*/30 * * * *')).toEqual(['CronJob/a: */30 * * * *: does not run every 15 minutes']);
  });
});

test('cronDeadlineExceedsPeriod reports a run that may last into the next', () => {
  expect(['*/10 * * * *', '*/5 * * * *'].map(schedule => wrong(cronDeadlineExceedsPeriod, 'CronJob/a', cronJob('a', schedule))))
    .toEqual([[], ['CronJob/a: a run may take 600 s, the next is due after 300 s']]);
});

describe('duplicateWorkload', () => {
  const check = (...jobs: Parameters<typeof wrong>[2][]) => wrong(duplicateWorkload, 'CronJob/a', ...jobs);

  test('reports the same command at the same time', () => {
    expect(check(cronJob('a', '1 * * * *', { name: 'x', args: ['1'] }), cronJob('b', '1 * * * *', { args: ['1'] }))).toEqual(['CronJob/a: does what CronJob/b does']);
  });

  test('reports the labels of another and more at the same time', () => {
    expect(check(cronJob('a', '1 * * * *', { args: ['1'] }, { of: 'b', fix: '1' }), cronJob('b', '1 * * * *', {}, { of: 'b' }))).toHaveLength(1);
  });

  test('accepts the same at another time, and another command with other labels', () => {
    expect(check(cronJob('a', '1 * * * *'), cronJob('b', '2 * * * *'))).toEqual([]);
    expect(check(cronJob('a', '1 * * * *', { args: ['1'] }), cronJob('b', '1 * * * *'))).toEqual([]);
  });
});

test.each([['o/i:1', 0], ['registry:5000/o/i:1', 0], ['i:1', 1], ['o/i', 1], ['o/i:latest', 1]])('imageUnqualified says of %s %d things', (image, count) => {
  expect(wrong(imageUnqualified, 'Deployment/a', deployment('a', { image }))).toHaveLength(count);
});

test('imagePlaceholderMissing reports a tag that the pipeline does not set', () => {
  const found = ['o/i:VERSION_PLACEHOLDER', 'o/i:v1'].map(image => wrong(imagePlaceholderMissing, 'Deployment/a', deployment('a', { image })));
  expect(found).toEqual([[], ['Deployment/a: image o/i:v1']]);
});

describe('noSecurityContext', () => {
  const check = (securityContext: object | undefined, podSecurityContext?: object) =>
    wrong(noSecurityContext, 'Deployment/a', deployment('a', { securityContext }, { securityContext: podSecurityContext })).length;

  test('accepts a container that is not root by itself or by its pod', () => {
    expect(check({ allowPrivilegeEscalation: false, runAsNonRoot: true })).toBe(0);
    expect(check({ allowPrivilegeEscalation: false }, { runAsNonRoot: true })).toBe(0);
  });

  test('reports a container that may be root or become it', () => {
    expect([check(undefined), check({ runAsNonRoot: true }), check({ allowPrivilegeEscalation: false }),
      check({ allowPrivilegeEscalation: false, runAsNonRoot: false }, { runAsNonRoot: true })]).toEqual([1, 1, 1, 1]);
  });
});

test('noProbes reports each probe that is missing', () => {
  expect([{ livenessProbe: {}, readinessProbe: {} }, { livenessProbe: {} }].map(probes => wrong(noProbes, 'Deployment/a', deployment('a', probes))))
    .toEqual([[], ['Deployment/a: container a has no readinessProbe']]);
});

test('hpaAndReplicas reports replicas of what is scaled', () => {
  const autoscaler = object('HorizontalPodAutoscaler', 'h', { spec: { scaleTargetRef: { kind: 'Deployment', name: 'a' } } });
  const fixed = deployment('a');
  const scaled = { ...fixed, spec: { ...fixed.spec, replicas: 3 } };
  expect([fixed, scaled].map(target => wrong(hpaAndReplicas, 'HorizontalPodAutoscaler/h', autoscaler, target).length)).toEqual([0, 1]);
});

test('rbacBroad reports a verb that is not needed', () => {
  const role = object('Role', 'r', { rules: [{ apiGroups: ['batch'], resources: ['jobs'], verbs: ['get', 'create'] }] });
  expect(wrong(rbacBroad('get batch/jobs'), 'Role/r', role)).toEqual(['Role/r: allows to create batch/jobs']);
});
