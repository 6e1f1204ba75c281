import { cronStepWarnings } from '../../../schedule';
import { rule } from '../../rule';
import { cronSchedules } from '../private/cron-jobs';
import { contradiction } from '../private/schedule-contradiction';

export const unevenSchedule = rule({
  code: 'OBJ541',
  title: 'The step of a schedule does not divide its field',
  severity: 'warning',
  reads: ['objects'],
  why: 'A step counts from the start of its field and begins anew at the end: `*/40` in the minutes runs at 0 and 40, then after 20 minutes at 0 again. A step beyond the field runs once.',
  repair: 'Write a step that divides 60 minutes or 24 hours, or list the values. Look whether the step stands in the field that was meant.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax',
  check: ({ objects, options }) => cronSchedules(objects, options).flatMap((schedule) => {
    const { fields, place } = schedule;
    if (fields === undefined || contradiction(schedule)) return [];
    return cronStepWarnings(fields).map(message => ({ at: place, message, fix: 'write a step that divides the field, or list the values' }));
  }),
});
