import { isClosed, textOf } from './walk';
import { ArrayItem, CallExpression, Expression, ObjectEntry, ObjectExpression } from '../code';
import { printExpression } from '../code/print-expression';

/** What differs among expressions: a value for each of them, undefined where one lacks it. */
export interface Hole {
  readonly values: readonly (Expression | undefined)[];

  /** The keys above it, the last one being its own. */
  readonly keys: readonly string[];
}

/** Objects in which a key that is undefined is not the same as none. */
const MAPS: ReadonlySet<string> = new Set(['annotations', 'data', 'endpoints', 'envVariables', 'jobLabels', 'labels', 'rename']);

/** Keys whose values make members: what differs there is another program. */
const SAME: ReadonlySet<string> = new Set(['image']);

/** A longer value in a row of a table is hard to read. */
const LINES_OF_A_VALUE = 5;

/** A text that sets an option of a program. */
const FLAG = /^--?([A-Za-z][\w.-]*)=/;

/** Two holes have one text where the same values fill them, and not by chance: other fields share texts, such as names, and nothing else. */
export function vectorOf({ values, keys }: Hole): string {
  const isText = values.every(value => value === undefined || (value.kind === 'literal' && typeof value.value === 'string'));
  return [...isText ? [] : keys.slice(-1), ...values.map(value => value ? textOf(value) : '')].join('\n');
}

/** Finds what expressions have in common, and what differs. Holes are names that begin with `HOLE`. */
export class Unifier {
  readonly holes: Hole[] = [];

  /** Comments that only some of the expressions have, for each of them. */
  readonly comments: string[][];

  /**
   * @param count  how many expressions there are
   * @param constants  names that may stand in a hole
   * @param earlier  the holes of a first pass: where several lie in one object and nowhere else, the object is a hole in this one
   */
  constructor(count: number, private readonly constants: ReadonlySet<string>, private readonly earlier?: readonly Hole[]) {
    this.comments = Array.from({ length: count }, () => []);
  }

  /** The common form; undefined where there is none. */
  unify(expressions: readonly Expression[], keys: readonly string[] = []): Expression | undefined {
    const [first] = expressions;
    if (expressions.every(expression => textOf(expression) === textOf(first))) return this.same(expressions);
    const key = keys.at(-1) ?? '';
    if (SAME.has(key)) return undefined;
    return this.parts(expressions, keys) ?? (MAPS.has(key) || expressions.some(isLong) ? undefined : this.hole(expressions, keys));
  }

  /** What stands for comments above something: those that all have, or none. */
  commonComments(comments: readonly (readonly string[] | undefined)[]): { readonly comments?: readonly string[] } {
    const [first] = comments;
    if (comments.every(others => (others ?? []).join('\n') === (first ?? []).join('\n'))) return first && first.length > 0 ? { comments: first } : {};
    comments.forEach((others, i) => this.comments[i].push(...others ?? []));
    return {};
  }

  /** Equal but for comments. */
  private same(expressions: readonly Expression[]): Expression {
    const texts = new Set(expressions.map(expression => JSON.stringify(expression)));
    return texts.size === 1 ? expressions[0] : this.parts(expressions, []) ?? expressions[0];
  }

  private parts(expressions: readonly Expression[], keys: readonly string[]): Expression | undefined {
    const before = this.holes.length;
    const commented = this.comments.map(({ length }) => length);
    const found = all(expressions, 'object') ? this.object(expressions, keys)
      : all(expressions, 'array') ? this.array(expressions, keys)
        : all(expressions, 'call') ? this.call(expressions, keys)
          : all(expressions, 'literal') ? this.flag(expressions.map(({ value }) => value), keys) : undefined;
    if (!found) {
      this.holes.length = before;
      commented.forEach((length, i) => { this.comments[i].length = length; });
    }
    return found;
  }

  private hole(values: readonly (Expression | undefined)[], keys: readonly string[]): Expression | undefined {
    if (!values.every(value => value === undefined || isClosed(value, this.constants))) return undefined;
    this.holes.push({ values, keys });
    return { kind: 'name', text: `${HOLE}${this.holes.length - 1}` };
  }

  private object(objects: readonly ObjectExpression[], keys: readonly string[]): Expression | undefined {
    return this.isValue(objects, keys) ? this.hole(objects, keys) : this.entries(objects, keys);
  }

  /** Whether several values differ within small objects, and none of them is needed elsewhere. */
  private isValue(objects: readonly ObjectExpression[], keys: readonly string[]): boolean {
    if (!this.earlier || keys.length === 0 || objects.some(isLong)) return false;
    const inner = new Unifier(objects.length, this.constants);
    if (!inner.entries(objects, keys) || inner.holes.length < 2) return false;
    const here = new Set(inner.holes.map(vectorOf));
    return this.earlier.filter(hole => here.has(vectorOf(hole))).length === inner.holes.length;
  }

  private entries(objects: readonly ObjectExpression[], keys: readonly string[]): ObjectExpression | undefined {
    const maps = objects.map(({ entries }) => new Map(entries.map(entry => [entry.key, entry] as const)));
    const names = orderedKeys(maps);
    const entries: ObjectEntry[] = [];
    for (const name of names) {
      const found = maps.map(map => map.get(name));
      const value = this.value(name, found.map(entry => entry?.value), keys);
      if (!value) return undefined;
      entries.push({ key: name, value, ...this.commonComments(found.map(entry => entry?.comments)) });
    }
    return { kind: 'object', entries };
  }

  private value(key: string, values: readonly (Expression | undefined)[], keys: readonly string[]): Expression | undefined {
    const inner = [...keys, key];
    if (isWhole(values)) return this.unify(values, inner);
    return MAPS.has(keys.at(-1) ?? '') || SAME.has(key) ? undefined : this.hole(values, inner);
  }

  private array(arrays: readonly { readonly items: readonly ArrayItem[] }[], keys: readonly string[]): Expression | undefined {
    const [{ items: first }] = arrays;
    if (arrays.some(({ items }) => items.length !== first.length)) return undefined;
    const items: ArrayItem[] = [];
    for (const i of first.keys()) {
      const value = this.unify(arrays.map(({ items: of }) => of[i].value), keys);
      if (!value) return undefined;
      items.push({ value, ...this.commonComments(arrays.map(({ items: of }) => of[i].comments)) });
    }
    return { kind: 'array', items };
  }

  /** A number stays with the call around it, which says what is counted. */
  private call(calls: readonly CallExpression[], keys: readonly string[]): Expression | undefined {
    const [first] = calls;
    if (calls.some(call => called(call) !== called(first) || call.args.length !== first.args.length || call.args.some(isNumber))) return undefined;
    const args = first.args.map((_, i) => this.unify(calls.map(call => call.args[i]), keys));
    return isWhole(args) ? { ...first, args } : undefined;
  }

  private flag(values: readonly unknown[], keys: readonly string[]): Expression | undefined {
    const flags = values.map(value => (typeof value === 'string' ? FLAG.exec(value) : null));
    const [first] = flags;
    if (!first || flags.some(flag => flag?.[0] !== first[0])) return undefined;
    const rest = values.map((value): Expression => ({ kind: 'literal', value: (value as string).slice(first[0].length) }));
    const hole = this.hole(rest, [...keys, first[1]]);
    return hole && { kind: 'template', parts: [first[0], hole] };
  }
}

/** What the name of a hole begins with. */
export const HOLE = 'hole ';

export function isHole(expression: Expression): boolean {
  return expression.kind === 'name' && expression.text.startsWith(HOLE);
}

type OfKind<K> = Extract<Expression, { readonly kind: K }>;

function all<K extends Expression['kind']>(expressions: readonly Expression[], kind: K): expressions is readonly OfKind<K>[] {
  return expressions.every(expression => expression.kind === kind);
}

/** Whether there is an expression for each. */
export function isWhole<E extends Expression>(expressions: readonly (E | undefined)[]): expressions is readonly E[] {
  return !expressions.includes(undefined);
}

function isLong(expression: Expression): boolean {
  return printExpression(expression, { indent: 4, column: 4, after: 1 }).split('\n').length > LINES_OF_A_VALUE;
}

/** What is called, without the arguments. */
function called(call: CallExpression): string {
  return textOf({ ...call, args: [] });
}

function isNumber(expression: Expression): boolean {
  return expression.kind === 'literal' && typeof expression.value === 'number';
}

/** The keys of all maps, each where the first map that has it has it. */
function orderedKeys(maps: readonly ReadonlyMap<string, unknown>[]): string[] {
  const keys: string[] = [];
  for (const map of maps) {
    let at = 0;
    for (const key of map.keys()) {
      const known = keys.indexOf(key);
      if (known >= 0) at = known + 1;
      else keys.splice(at++, 0, key);
    }
  }
  return keys;
}
