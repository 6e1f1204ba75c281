import { numberOf, textOf } from '../../../manifest';
import { rule } from '../../rule';
import { cronSchedules, spokenTime } from '../private/cron-jobs';

const DEADLINES = [['spec', 'jobTemplate', 'spec', 'activeDeadlineSeconds'], ['spec', 'jobTemplate', 'spec', 'template', 'spec', 'activeDeadlineSeconds']];

const CONSEQUENCES: Readonly<Record<string, string>> = {
  Forbid: 'the next runs are left out while one hangs',
  Replace: 'the next run ends it before',
  Allow: 'runs go on side by side',
};

export const jobOutlivesPeriod = rule({
  code: 'OBJ543',
  title: 'The deadline of a CronJob is longer than its period',
  severity: 'warning',
  reads: ['objects'],
  why: 'A deadline is there to end a run that hangs before the next one is due. With a longer one, `concurrencyPolicy: Forbid` leaves out the next runs, `Allow` runs them side by side, '
    + 'and with `Replace` the deadline never comes.',
  repair: 'Write a deadline shorter than the time between two runs, or run less often.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#concurrency-policy',
  check: ({ objects, options }) => cronSchedules(objects, options).flatMap(({ object, text, period }) => DEADLINES.flatMap((path) => {
    const deadline = numberOf(object.get(...path));
    if (deadline === undefined || period === undefined || deadline <= period) return [];
    const consequence = CONSEQUENCES[textOf(object.get('spec', 'concurrencyPolicy')) ?? 'Allow'];
    return [{
      at: object.at(...path),
      message: `a run may take ${deadline} s, and "${text}" starts one every ${spokenTime(period)}${consequence ? `: ${consequence}` : ''}`,
      fix: `write less than ${period}`,
    }];
  })),
});
