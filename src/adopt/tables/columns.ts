import { Hole, vectorOf } from './unify';
import { append } from '../../manifest';
import { Expression, name as nameOf, template } from '../code';
import { RESERVED_WORDS } from '../code/reserved-words';

/** A column of a table. */
export interface Column {
  readonly name: string;
  readonly values: readonly (Expression | undefined)[];
}

/** The columns of a table, and what stands in the place of each hole. */
export interface Columns {
  readonly columns: readonly Column[];
  readonly fills: readonly Expression[];
}

/** What the columns of a table have to fit to. */
export interface TableScope {
  /** The values of the column that names the rows. */
  readonly names: readonly Expression[];

  /** Names that mean something else in the loop. */
  readonly taken: ReadonlySet<string>;

  /** The ids of all constructs of the chart. */
  readonly ids: ReadonlySet<string>;
}

/** Columns for holes: equal ones share theirs, and a text around a name is a template, as is an id that may have the name before it. */
export function columnsOf(holes: readonly Hole[], { names, taken, ids }: TableScope): Columns {
  const groups = new Map<string, Hole[]>();
  for (const hole of holes) append(groups, vectorOf(hole), hole);
  const used = new Set(taken);
  const usedIds = new Set(ids);
  const byKey = new Map<string, Column>();
  const rowName = vectorOf({ values: names, keys: [] });
  const inOrder = [...groups].sort(([a], [b]) => Number(b === rowName) - Number(a === rowName));
  const fillOf = new Map<string, Expression>();
  for (const [key, group] of inOrder) {
    const row = byKey.get(rowName);
    const [{ values }] = group;
    const isId = group.every(hole => hole.isId);
    const around = row && (textAround(values, names) ?? (isId ? idAround(values, names, usedIds) : undefined));
    if (around) {
      fillOf.set(key, template(around.before, nameOf(row.name), around.after));
      continue;
    }
    const name = columnName(group, used);
    used.add(name);
    byKey.set(key, { name, values: group[0].values });
    fillOf.set(key, nameOf(name));
  }
  return { columns: [...byKey.values()], fills: holes.map(hole => fillOf.get(vectorOf(hole))!) };
}

interface TextAround {
  readonly before: string;
  readonly after: string;
}

/** What stands before and after the name in each text, where it is the same in all. */
function textAround(values: readonly (Expression | undefined)[], names: readonly Expression[]): TextAround | undefined {
  const [text, name] = [textValue(values[0]), textValue(names[0])];
  const at = text !== undefined && name ? text.indexOf(name) : -1;
  if (at < 0) return undefined;
  const [before, after] = [text!.slice(0, at), text!.slice(at + name!.length)];
  return values.every((value, i) => textValue(value) === `${before}${textValue(names[i])}${after}`) ? { before, after } : undefined;
}

/** What may stand behind the name in each id, where that names the same thing in all: `-data` for `data` and `quotes-data`. */
function idAround(values: readonly (Expression | undefined)[], names: readonly Expression[], used: Set<string>): TextAround | undefined {
  const ids = values.map(value => textValue(value)!);
  const prefixes = names.map(name => `${textValue(name)}-`);
  const ends = ids.map((id, i) => id.startsWith(prefixes[i]) ? id.slice(prefixes[i].length) : id);
  if (new Set(ends.map(end => end.replace(/\d+$/, ''))).size > 1) return undefined;
  const end = ends.find(one => prefixes.every((prefix, i) => ids[i] === `${prefix}${one}` || !used.has(`${prefix}${one}`)));
  if (end === undefined) return undefined;
  for (const prefix of prefixes) used.add(`${prefix}${end}`);
  return { before: '', after: `-${end}` };
}

function textValue(expression: Expression | undefined): string | undefined {
  return expression?.kind === 'literal' && typeof expression.value === 'string' ? expression.value : undefined;
}

/** A name from the keys of a column's fields: the shortest that is free. */
function columnName(holes: readonly Hole[], used: ReadonlySet<string>): string {
  const own = holes.map(({ keys }) => keys.slice(-1));
  const longer = holes.map(({ keys }) => keys.slice(-2));
  const named = [...own.filter(([key]) => key === 'name'), ...own, ...longer].map(camelCase);
  const base = named.find(name => /^[a-z]\w*$/.test(name) && !used.has(name) && !RESERVED_WORDS.has(name));
  if (base) return base;
  for (let number = 2; ; number++) {
    const name = `${named.find(text => /^[a-z]\w*$/.test(text)) ?? 'value'}${number}`;
    if (!used.has(name)) return name;
  }
}

/** The words of keys, be they written `maxWorkers`, `max-workers` or `MAX_WORKERS`. */
function camelCase(keys: readonly string[]): string {
  const words = keys.join(' ').replace(/([a-z\d])([A-Z])/g, '$1 $2').split(/[^A-Za-z\d]+/).filter(Boolean).map(word => word.toLowerCase());
  return words.map((word, i) => i === 0 ? word : `${word[0].toUpperCase()}${word.slice(1)}`).join('');
}
