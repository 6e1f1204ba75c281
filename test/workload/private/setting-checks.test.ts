import { Duration } from 'cdk8s';
import { Settings, settingFault } from '../../../src/workload/private/setting-checks';
import { appsChart, bot } from '../support';

const COUNT = 'write a whole number from 0';
const NAME = 'write a name without spaces';
const zone = 'topology.kubernetes.io/zone';

test.each<[Settings, string]>([
  [{ parallelism: -1 }, `parallelism is -1; ${COUNT}`],
  [{ completions: 1.5 }, `completions is 1.5; ${COUNT}`],
  [{ successfulJobsRetained: -1 }, `successfulJobsRetained is -1; ${COUNT}`],
  [{ failedJobsRetained: 0.5 }, `failedJobsRetained is 0.5; ${COUNT}`],
  [{ disruptionBudget: { minAvailable: 0.5 } }, `disruptionBudget.minAvailable is 0.5; ${COUNT}`],
  [{ disruptionBudget: { maxUnavailable: -1 } }, `disruptionBudget.maxUnavailable is -1; ${COUNT}`],
  [{ topologySpread: [{ topologyKey: zone, maxSkew: 0 }] }, 'topologySpread.maxSkew is 0; write a whole number from 1'],
  [{ topologySpread: [{ topologyKey: '' }] }, `topologySpread.topologyKey is ""; ${NAME}`],
  [{ imagePullSecrets: ['a', ''] }, `imagePullSecrets is ""; ${NAME}`],
  [{ priorityClassName: 'a b' }, `priorityClassName is "a b"; ${NAME}`],
  [{ timeZone: 'Europe/Lisboa' }, 'timeZone is "Europe/Lisboa"; write a name of the IANA database, such as Europe/Lisbon'],
  [{ readinessPath: 'ready' }, 'readinessPath is "ready"; write a path that begins with a slash, such as /ready'],
  [{ drainTimeout: Duration.millis(10) }, 'drainTimeout in seconds is 0.01; write a whole number from 0'],
  [{ drainTimeout: Duration.seconds(30), terminationGracePeriod: Duration.seconds(30) }, 'terminationGracePeriod is 30 s, in which a drain of 30 s does not end'],
  [{ timeZone: 'Local' }, 'timeZone is "Local"; write a name'],
])('%j is refused', (settings, fault) => {
  expect(settingFault(settings)).toContain(fault);
});

test.each<Settings>([
  {},
  { parallelism: 0, completions: 1, successfulJobsRetained: 0, failedJobsRetained: 10 },
  { disruptionBudget: { minAvailable: 0 } },
  { topologySpread: [{ topologyKey: zone }, { topologyKey: zone, maxSkew: 1 }], imagePullSecrets: ['registry'], priorityClassName: 'high' },
  { timeZone: 'Europe/Lisbon' },
  { timeZone: 'Etc/UTC' },
  { readinessPath: '/ready?deep=1', drainTimeout: Duration.seconds(30), terminationGracePeriod: Duration.seconds(31) },
  { terminationGracePeriod: Duration.seconds(1) },
])('%j is taken', settings => {
  expect(settingFault(settings)).toBeUndefined();
});

test('the error has the path', () => {
  expect(() => bot(appsChart(), { priorityClassName: '' })).toThrow('apps/bot: priorityClassName is ""');
});
