import { Cron, Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Warnings } from '../../app/warnings';
import { JobSchedule } from '../job-schedule';
import { NatsAwareOptions } from '../nats-aware-options';
import { Settings } from './setting-checks';

/** The 10 seconds of cdk8s-plus lose the run of a busy controller. */
const STARTING_DEADLINE = Duration.minutes(5);

interface ScheduledJob extends kplus.JobProps, NatsAwareOptions {
  readonly schedule: JobSchedule;
  readonly startingDeadline?: Duration;
}

/** The props as cdk8s-plus takes them. The lifetime of finished Jobs is left out: it refuses it beside a number of Jobs retained. */
export function cronJobProps(props: ScheduledJob): kplus.CronJobProps & NatsAwareOptions & Settings {
  const [minute, hour, day, month, weekDay] = props.schedule.cronExpression.split(' ');
  return {
    ...props,
    schedule: new Cron({ minute, hour, day, month, weekDay }),
    startingDeadline: props.startingDeadline ?? STARTING_DEADLINE,
    ttlAfterFinished: undefined,
  };
}

/** Warns of what is accepted in a schedule and probably not meant. */
export function warnOfSchedule(cronJob: kplus.CronJob, { schedule, activeDeadline }: ScheduledJob): void {
  for (const warning of schedule._warnings()) Warnings.add(cronJob, warning);
  const period = activeDeadline && schedule._period();
  if (period && activeDeadline.toSeconds() > period.toSeconds()) {
    Warnings.add(cronJob, `a run may last ${activeDeadline.toSeconds()} s and the next is due after ${period.toSeconds()} s, `
      + 'so that runs are skipped; lower activeDeadline or lengthen the period');
  }
}
