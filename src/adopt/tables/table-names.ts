import { unusedName } from './constant-names';
import { LiteralExpression } from '../code';

/** The variables for what is made of classes: `job` for `NatsAwareCronJob`, and `secret` and `secret2` for two Secrets. */
export function variableNames(classNames: readonly string[], taken: ReadonlySet<string>): string[] {
  return classNames.reduce<string[]>((before, className) => {
    const word = wordsOf(className).at(-1)!;
    const base = taken.has(word) ? `made${word[0].toUpperCase()}${word.slice(1)}` : word;
    return [...before, unusedName(base, new Set([...taken, ...before]), '')];
  }, []);
}

/** The name of a table: `CRON_JOBS`, or with what the names of its rows share where that is taken or would be one of several. */
export function tableName(className: string, names: readonly LiteralExpression[], taken: ReadonlySet<string>, isOnly: boolean): string {
  const plural = `${wordsOf(className).join('_').toUpperCase()}S`;
  const shared = sharedWords(names.map(({ value }) => String(value))).join('_').toUpperCase();
  const named = shared === '' ? [] : [`${shared}_${plural}`.replace(/^(?=\d)/, '_')];
  const candidates = isOnly ? [plural, ...named] : [...named, plural];
  for (let number = 2; ; number++) {
    const free = candidates.find(name => !taken.has(name));
    if (free) return free;
    candidates.push(`${plural}_${number}`);
  }
}

/** `cron`, `job`: the words of a class of ours without those that all have. */
function wordsOf(className: string): string[] {
  return className.replace(/^NatsAware/, '').split(/(?<=[a-z\d])(?=[A-Z])/).map(word => word.toLowerCase());
}

/** The words with which all names begin, and those with which they end. */
function sharedWords(names: readonly string[]): string[] {
  const lists = names.map(name => name.split(/[^A-Za-z\d]+/).filter(Boolean));
  const [first] = lists;
  const shortest = Math.min(...lists.map(({ length }) => length));
  const before = countWhile(shortest, i => lists.every(list => list[i] === first[i]));
  const after = countWhile(shortest - before, i => lists.every(list => list.at(-1 - i) === first.at(-1 - i)));
  return [...first.slice(0, before), ...after > 0 ? first.slice(-after) : []];
}

function countWhile(limit: number, holds: (i: number) => boolean): number {
  let count = 0;
  while (count < limit && holds(count)) count++;
  return count;
}
