import { Duration } from 'cdk8s';
import { DisruptionBudget } from '../disruption-budget';
import { TopologySpread } from '../topology-spread';
import { WaitForNatsOptions } from '../wait-for-nats-options';

/** Settings of the workloads that cdk8s-plus takes as they are, and Kubernetes does not. */
export interface Settings {
  readonly parallelism?: number;
  readonly completions?: number;
  readonly successfulJobsRetained?: number;
  readonly failedJobsRetained?: number;
  readonly timeZone?: string;
  readonly disruptionBudget?: DisruptionBudget;
  readonly topologySpread?: TopologySpread[];
  readonly imagePullSecrets?: string[];
  readonly priorityClassName?: string;
  readonly waitForNats?: WaitForNatsOptions;
  readonly readinessPath?: string;
  readonly drainTimeout?: Duration;
  readonly terminationGracePeriod?: Duration;
}

interface Rule {
  readonly holds: (value: unknown) => boolean;
  readonly instead: string;
}

const COUNT: Rule = { holds: value => Number.isInteger(value) && Number(value) >= 0, instead: 'write a whole number from 0' };
const POSITIVE: Rule = { holds: value => Number.isInteger(value) && Number(value) >= 1, instead: 'write a whole number from 1' };
const NAME: Rule = { holds: value => typeof value === 'string' && /^\S+$/.test(value), instead: 'write a name without spaces' };
const PATH: Rule = { holds: value => typeof value === 'string' && /^\/\S*$/.test(value), instead: 'write a path that begins with a slash, such as /ready' };
const TIME_ZONE: Rule = { holds: isTimeZone, instead: 'write a name of the IANA database, such as Europe/Lisbon' };

/** The first setting that Kubernetes would refuse, and what to write instead; undefined where there is none. */
export function settingFault(settings: Settings): string | undefined {
  const checks: [string, unknown, Rule][] = [
    ['parallelism', settings.parallelism, COUNT],
    ['completions', settings.completions, COUNT],
    ['successfulJobsRetained', settings.successfulJobsRetained, COUNT],
    ['failedJobsRetained', settings.failedJobsRetained, COUNT],
    ['timeZone', settings.timeZone, TIME_ZONE],
    ['disruptionBudget.minAvailable', settings.disruptionBudget?.minAvailable, COUNT],
    ['disruptionBudget.maxUnavailable', settings.disruptionBudget?.maxUnavailable, COUNT],
    ['priorityClassName', settings.priorityClassName, NAME],
    ['readinessPath', settings.readinessPath, PATH],
    ['drainTimeout in seconds', seconds(settings.drainTimeout), COUNT],
    ['waitForNats.image', settings.waitForNats?.image, NAME],
    ['waitForNats.deadline in seconds', seconds(settings.waitForNats?.deadline), POSITIVE],
    ...(settings.imagePullSecrets ?? []).map((name): [string, unknown, Rule] => ['imagePullSecrets', name, NAME]),
    ...(settings.topologySpread ?? []).flatMap(({ topologyKey, maxSkew }): [string, unknown, Rule][] => [
      ['topologySpread.topologyKey', topologyKey, NAME],
      ['topologySpread.maxSkew', maxSkew, POSITIVE],
    ]),
  ];
  const failed = checks.find(([, value, rule]) => value !== undefined && !rule.holds(value));
  if (!failed) return shortGrace(settings);
  return `${failed[0]} is ${JSON.stringify(failed[1])}; ${failed[2].instead}`;
}

function shortGrace({ drainTimeout, terminationGracePeriod }: Settings): string | undefined {
  const [drain, grace] = [seconds(drainTimeout), seconds(terminationGracePeriod)];
  if (drain === undefined || grace === undefined || grace > drain) return undefined;
  return `terminationGracePeriod is ${grace} s, in which a drain of ${drain} s does not end; leave it out, or write more`;
}

function seconds(duration: Duration | undefined): number | undefined {
  return duration && duration.toMilliseconds() / 1000;
}

function isTimeZone(value: unknown): boolean {
  // Kubernetes refuses it, since it depends on the machine.
  if (value === 'Local' || typeof value !== 'string') return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
