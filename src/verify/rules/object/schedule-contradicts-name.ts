import { rule } from '../../rule';
import { cronSchedules, spokenTime } from '../private/cron-jobs';
import { contradiction } from '../private/schedule-contradiction';

export const scheduleContradictsName = rule({
  code: 'OBJ542',
  title: 'A CronJob runs at another period than its name says',
  severity: 'warning',
  reads: ['objects'],
  why: 'Mostly a step stands in the wrong field: `2 */15 * * *` in a job for each quarter of an hour runs at 00:02 and 15:02. The job is green, and most of its data is missing.',
  repair: 'Move the step to the field that was meant, or rename the job.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax',
  check: ({ objects, options }) => cronSchedules(objects, options).flatMap((schedule) => {
    const { object, text, place, period } = schedule;
    const named = contradiction(schedule);
    return named ? [{
      at: place,
      message: `schedule "${text}" runs every ${spokenTime(period!)}, and the name ${object.name} says ${named.text}`,
      fix: `write a schedule of ${spokenTime(named.seconds)}, or rename the CronJob`,
    }] : [];
  }),
});
