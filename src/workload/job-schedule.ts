import { Duration } from 'cdk8s';
import { cronPeriod, cronStepWarnings, checkedCron } from '../schedule';

/** Options of `JobSchedule.every`. */
export interface EveryOptions {
  /**
   * How long after the start of each period a run begins; shorter than the period, in whole minutes.
   * @default Duration.minutes(0)
   */
  readonly offset?: Duration;
}

/** When a CronJob runs: a period with an offset, in which no field can be mistaken, or a cron expression. */
export class JobSchedule {
  /**
   * Once a period, counted from midnight in the CronJob's time zone.
   *
   * @param period whole minutes that divide an hour, whole hours that divide a day, or one day
   * @throws if the period divides neither, or the offset is not shorter
   */
  public static every(period: Duration, options: EveryOptions = {}): JobSchedule {
    const minutes = wholeMinutes(period, 'period');
    const offset = options.offset ? wholeMinutes(options.offset, 'offset') : 0;
    if (minutes < 1 || (60 % minutes !== 0 && (minutes % 60 !== 0 || 1440 % minutes !== 0))) {
      throw new Error(`a period of ${minutes} minutes divides neither an hour nor a day; write a period that does, or JobSchedule.expression`);
    }
    if (offset >= minutes) {
      throw new Error(`an offset of ${offset} minutes is not shorter than the period of ${minutes}; write ${offset % minutes}`);
    }
    return new JobSchedule(periodic(minutes, offset));
  }

  /**
   * A cron expression of five fields (minute, hour, day of month, month, day of week), or one of `@hourly`, `@daily`, `@weekly`, `@monthly`, `@yearly`.
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
   * @throws if Kubernetes would refuse it, or if it never comes (30 February)
   */
  public static expression(expression: string): JobSchedule {
    return new JobSchedule(checkedCron(expression));
  }

  private constructor(
    /** The cron expression that is rendered. */
    public readonly cronExpression: string,
  ) {}

  /**
   * The shortest time between two runs.
   * @internal
   */
  public _period(): Duration {
    return Duration.seconds(cronPeriod(this.cronExpression));
  }

  /**
   * What is probably not meant, such as a step that does not divide its field.
   * @internal
   */
  public _warnings(): string[] {
    return cronStepWarnings(this.cronExpression).map(warning => `${warning}; write JobSchedule.every if a period is meant`);
  }
}

function wholeMinutes(duration: Duration, what: string): number {
  const minutes = duration.toSeconds() / 60;
  if (!Number.isInteger(minutes)) throw new Error(`the ${what} of ${duration.toSeconds()} seconds is no whole number of minutes; cron knows minutes only`);
  return minutes;
}

function periodic(minutes: number, offset: number): string {
  if (minutes < 60) return `${stepped(offset, minutes, 59)} * * * *`;
  const hours = minutes / 60;
  const minute = offset % 60;
  const hour = (offset - minute) / 60;
  return `${minute} ${hours === 24 ? hour : stepped(hour, hours, 23)} * * *`;
}

/** Every `step` from `first`, in the shortest spelling. */
function stepped(first: number, step: number, last: number): string {
  if (step === 1) return '*';
  return first === 0 ? `*/${step}` : `${first}-${last}/${step}`;
}
