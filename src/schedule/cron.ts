import { Cron } from 'croner';

interface Field {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly names?: string;
}

const FIELDS: readonly Field[] = [
  { name: 'minute', first: 0, last: 59 },
  { name: 'hour', first: 0, last: 23 },
  { name: 'day of month', first: 1, last: 31 },
  { name: 'month', first: 1, last: 12, names: 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec' },
  { name: 'day of week', first: 0, last: 6, names: 'sun|mon|tue|wed|thu|fri|sat' },
];

const MACROS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

/** A fixed start, so that the same expression always gives the same answer; 2024 is a leap year. */
const EPOCH = new Date('2024-01-01T00:00:00Z');

/** Runs looked at to find the shortest period: more than a day of the usual schedules. */
const RUNS = 64;

/** The five fields of the expression, as they are rendered. */
export function checkedCron(expression: string): string {
  const text = expression.trim();
  const fields = (MACROS[text] ?? text).split(/\s+/);
  const checked = fields.join(' ');
  if (text.startsWith('@') && !MACROS[text]) {
    throw new Error(`schedule "${text}" is no macro that is taken here; write one of ${Object.keys(MACROS).join(', ')}, or five fields`);
  }
  if (fields.length !== FIELDS.length) {
    throw new Error(`schedule "${text}" has ${fields.length} fields; write five: ${FIELDS.map(field => field.name).join(', ')}`);
  }
  fields.forEach((value, i) => checkField(text, FIELDS[i], value));
  if (!cron(checked).nextRun(EPOCH)) throw new Error(`schedule "${text}" never comes; write a date that exists`);
  return checked;
}

/** The shortest time between two runs, in seconds. */
export function cronPeriod(expression: string): number {
  const runs = cron(expression).nextRuns(RUNS, EPOCH).map(run => run.getTime() / 1000);
  const gaps = runs.slice(1).map((run, i) => run - runs[i]);
  return Math.min(...gaps);
}

/** Steps that do not divide their field: the last gap of each round is shorter than the others. */
export function cronStepWarnings(expression: string): string[] {
  return expression.split(' ').flatMap((value, i) => {
    const { name, first, last } = FIELDS[i];
    const size = last - first + 1;
    return value.split(',')
      .map(part => wholeStep(FIELDS[i], part))
      .filter(({ step }) => size % step !== 0)
      .map(({ from, step }) => `schedule "${expression}" steps by ${step} in the field ${name} of ${size}, which it does not divide: `
        + `it runs at ${rounds(from, last, step)}`);
  });
}

/** The step of a part that goes through its whole field; `5/15` is `5-59/15` to Kubernetes. Ranges that end earlier are meant. */
function wholeStep({ first, last }: Field, part: string): { from: number; step: number } {
  const [, from = first, to, step = 1] = /^(?:[*?]|(\d+)(?:-(\d+))?)\/(\d+)$/.exec(part) ?? [];
  const whole = to === undefined || (Number(from) === first && Number(to) === last);
  return { from: Number(from), step: whole ? Number(step) : 1 };
}

function rounds(first: number, last: number, step: number): string {
  const runs: number[] = [];
  for (let at = first; at <= last; at += step) runs.push(at);
  return runs.length > 4 ? `${runs.slice(0, 3).join(', ')} … ${runs[runs.length - 1]}` : runs.join(' and ');
}

function cron(expression: string): Cron {
  const fields = expression.split(' ').map((value, i) => value.split(',').map(part => plain(FIELDS[i], part)).join(','));
  return new Cron(fields.join(' '), { utcOffset: 0, paused: true, sloppyRanges: true });
}

/** What the library takes: it knows no step beyond its field, which Kubernetes takes as the first value alone. */
function plain(field: Field, part: string): string {
  const [range, step] = part.replace('?', '*').split('/');
  if (step === undefined || Number(step) <= field.last - field.first) return step === undefined ? range : `${range}/${step}`;
  return range === '*' ? String(field.first) : range.split('-')[0];
}

/** What the parser of Kubernetes takes: `*`, `?`, numbers, names, ranges, steps and lists of them. */
function checkField(expression: string, field: Field, value: string): void {
  for (const part of value.split(',')) {
    const [range, step, ...more] = part.split('/');
    const bounds = range === '*' || range === '?' ? [field.first, field.last] : range.split('-').map(bound => valueOf(field, bound));
    const valid = more.length === 0
      && bounds.length <= 2
      && bounds.every(bound => bound >= field.first && bound <= field.last)
      && bounds[0] <= bounds[bounds.length - 1]
      && (step === undefined || (/^\d+$/.test(step) && Number(step) > 0));
    if (!valid) {
      throw new Error(`schedule "${expression}" has "${part}" in the field ${field.name}; write numbers from ${field.first} to ${field.last}, ranges, steps or *`);
    }
  }
}

function valueOf(field: Field, text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const index = field.names?.split('|').indexOf(text.toLowerCase()) ?? -1;
  return index < 0 ? NaN : index + field.first;
}
