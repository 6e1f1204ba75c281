/** The time between two runs that the name of a job speaks of. */
export interface NamedPeriod {
  /** The part of the name. */
  readonly text: string;
  readonly seconds: number;

  /** The number before or after the unit; 1 for words. */
  readonly count: number;

  /** Whether the name says how often it runs, and cannot mean the span of the data: `report-hourly`, `every-5m`. */
  readonly certain: boolean;
}

const WORDS: ReadonlyMap<string, number> = new Map([
  ['minutely', 60], ['hourly', 3600], ['daily', 86_400], ['nightly', 86_400], ['weekly', 7 * 86_400], ['monthly', 28 * 86_400], ['yearly', 365 * 86_400],
]);

const UNITS: ReadonlyMap<string, number> = new Map([
  ['m', 60], ['min', 60], ['mins', 60], ['minute', 60], ['minutes', 60],
  ['h', 3600], ['hr', 3600], ['hour', 3600], ['hours', 3600], ['d', 86_400], ['day', 86_400], ['days', 86_400], ['w', 7 * 86_400], ['week', 7 * 86_400], ['weeks', 7 * 86_400],
]);

/** What makes another period of the word beside it: `twice-daily`. */
const PARTS_OF_PERIODS: ReadonlySet<string> = new Set(['twice', 'thrice', 'semi', 'bi', 'half']);

/** The period in the name of a job: `m15`, `15m`, `every-5m`, `hourly`; undefined where there is none, more than one, or a part or multiple of one. */
export function namedPeriod(name: string): NamedPeriod | undefined {
  const parts = name.toLowerCase().split(/[-_.]/);
  const found = parts.flatMap((part, i) => {
    const word = WORDS.get(part);
    const read = word === undefined ? counted(part) : { seconds: word, count: 1 };
    return read ? [{ ...read, text: part, certain: (word !== undefined && i === parts.length - 1) || parts[i - 1] === 'every' }] : [];
  });
  return found.length === 1 && !parts.some(part => PARTS_OF_PERIODS.has(part)) ? found[0] : undefined;
}

function counted(part: string): { readonly seconds: number; readonly count: number } | undefined {
  const [, unitFirst, after, before, unitLast] = /^(?:([mhdw])(\d{1,3})|(\d{1,3})([a-z]+))$/.exec(part) ?? [];
  const unit = UNITS.get(unitFirst ?? unitLast ?? '');
  const count = Number(after ?? before);
  return unit === undefined || count === 0 ? undefined : { seconds: unit * count, count };
}
