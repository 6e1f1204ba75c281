import { numberOf } from '../../../manifest';
import { rule } from '../../rule';

/** The controller looks at the schedules every ten seconds. */
const CYCLE = 10;

export const shortStartingDeadline = rule({
  code: 'OBJ544',
  title: 'A CronJob may be started so briefly that it is never started',
  severity: 'warning',
  reads: ['objects'],
  why: 'The controller looks at the schedules every ten seconds. A run whose `startingDeadlineSeconds` is over by then counts as missed.',
  repair: 'Write some minutes at least, or remove the field.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#starting-deadline',
  check: ({ objects }) => objects.flatMap((object) => {
    const deadline = object.kind === 'CronJob' ? numberOf(object.get('spec', 'startingDeadlineSeconds')) : undefined;
    if (deadline === undefined || deadline >= CYCLE) return [];
    return [{
      at: object.at('spec', 'startingDeadlineSeconds'),
      message: `CronJob ${object.name} may be started within ${deadline} s only, and the controller looks every ${CYCLE} s`,
      fix: 'write 200 or more, or remove startingDeadlineSeconds',
    }];
  }),
});
