import { UsageError } from './errors';
import { shown } from '../address/private/shown';

const UNITS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

/** Seconds of a duration as kubectl takes it: `30s`, `2m`, `1h`; a number alone is seconds. */
export function parseDuration(option: string, text: string): number {
  const [, amount, unit = 's'] = /^(\d{1,6}(?:\.\d{1,3})?)(ms|s|m|h)?$/.exec(text) ?? [];
  const seconds = Number(amount) * UNITS[unit];
  if (!(seconds > 0)) throw new UsageError(`${option} ${shown(text)} is no duration; write one such as 30s or 2m`);
  return seconds;
}
