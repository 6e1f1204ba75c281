import { textOf } from '../../../manifest';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { CronSchedule, cronSchedules } from '../private/cron-jobs';

export const invalidSchedule = rule({
  code: 'OBJ540',
  title: 'The schedule of a CronJob is refused or never comes',
  severity: 'error',
  reads: ['objects'],
  why: 'Kubernetes takes five fields, names of days and months, ranges, lists and steps. It knows no seconds, no `L` and no 7 for Sunday. '
    + 'A date such as 30 February is taken, and the job never runs.',
  repair: 'Write five fields: minute, hour, day of month, month, day of week. The time zone has a field of its own, `timeZone`.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax',
  check: ({ objects, options }) => cronSchedules(objects, options).flatMap((schedule) => {
    const { refused, place } = schedule;
    return [...refused ? [{ at: place, ...refused }] : [], ...zoneFaults(schedule)];
  }),
});

function zoneFaults({ object, zone, place }: CronSchedule): Observation[] {
  const timeZone = textOf(object.get('spec', 'timeZone'));
  const found: Observation[] = [];
  if (zone !== undefined) {
    found.push(timeZone === undefined
      ? { at: place, severity: 'warning', message: `the schedule sets its time zone by ${zone}, which newer releases refuse`, fix: `remove it, and write timeZone: ${zone.split('=')[1]}` }
      : { at: place, message: `the schedule sets its time zone by ${zone} beside timeZone`, fix: `remove ${zone}` });
  }
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    found.push({ at: object.at('spec', 'timeZone'), message: `there is no time zone ${timeZone}`, fix: 'write a name of the time zone database, such as Europe/Berlin or Etc/UTC' });
  }
  return found;
}

function isTimeZone(name: string): boolean {
  try {
    return !!new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return false;
  }
}
