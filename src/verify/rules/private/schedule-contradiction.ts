import { CronSchedule } from './cron-jobs';
import { NamedPeriod, namedPeriod } from './named-period';

/** How far apart name and schedule may be: months differ, and `hourly` may leave out the night. */
const TOLERANCE = 1.15;

/**
 * The period in the name of a job that its schedule contradicts. A name such as `fill-gaps-m15` or `cleanup-30d` may speak of the data:
 * it counts where the schedule steps by the same number, and so in another field. A schedule with lists was thought about.
 */
export function contradiction({ object, fields, period }: CronSchedule): NamedPeriod | undefined {
  const named = namedPeriod(object.name);
  if (!named || period === undefined || fields?.includes(',')) return undefined;
  const differs = period > named.seconds * TOLERANCE || period * TOLERANCE < named.seconds;
  const speaksOfRuns = named.certain || (fields ?? '').split(/[ ,]/).some(part => named.count !== 1 && part.endsWith(`/${named.count}`));
  return differs && speaksOfRuns ? named : undefined;
}
