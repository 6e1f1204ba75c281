import { ManifestObject, Place, textOf } from '../../../manifest';
import { checkedCron, cronPeriod } from '../../../schedule';
import { VerifyOptions } from '../../verify-options';

/** The schedule of a CronJob. */
export interface CronSchedule {
  readonly object: ManifestObject;
  readonly text: string;
  readonly place: Place;

  /** The time zone in front of the fields, with its `TZ=`; undefined for none. */
  readonly zone?: string;

  /** The five fields; undefined for `@every` and what is refused. */
  readonly fields?: string;

  /** The shortest time between two runs, in seconds; undefined for what is refused. */
  readonly period?: number;

  /** What is wrong with it, and what to write. */
  readonly refused?: { readonly message: string; readonly fix: string };
}

type Reading = Pick<CronSchedule, 'fields' | 'period' | 'refused'>;

/** Looking for the next runs is slow, and a platform has few different schedules. */
const readings = new Map<string, Reading>();

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** The schedules of CronJobs, but for those that a pipeline fills in. */
export function cronSchedules(objects: readonly ManifestObject[], { placeholders }: VerifyOptions): CronSchedule[] {
  return objects.flatMap((object) => {
    const text = object.kind === 'CronJob' && object.group === 'batch' ? textOf(object.get('spec', 'schedule')) : undefined;
    if (text === undefined || placeholders.some(placeholder => placeholder.test(text))) return [];
    const [, zone, expression] = /^\s*((?:CRON_)?TZ=\S*)?\s*(.*?)\s*$/s.exec(text)!;
    return [{ object, text, zone, place: object.at('spec', 'schedule'), ...read(expression) }];
  });
}

function read(expression: string): Reading {
  const known = readings.get(expression);
  if (known) return known;
  const reading = readAnew(expression);
  readings.set(expression, reading);
  return reading;
}

function readAnew(expression: string): Reading {
  const every = /^@every (?=.)((?:\d+(?:\.\d+)?[smh])+)$/.exec(expression);
  if (every) return { period: [...every[1].matchAll(/([\d.]+)([smh])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit], 0) };
  try {
    const fields = checkedCron(expression);
    return { fields, period: cronPeriod(fields) };
  } catch (error) {
    const [message, fix] = (error as Error).message.split('; write ');
    return { refused: { message, fix: `write ${fix ?? 'five fields'}` } };
  }
}

/** A time in the largest unit that makes it a whole number: `15 min`, `9 h`. */
export function spokenTime(seconds: number): string {
  for (const [unit, size] of [['d', 86_400], ['h', 3600], ['min', 60]] as const) {
    if (seconds % size === 0) return `${seconds / size} ${unit}`;
  }
  return `${seconds} s`;
}
