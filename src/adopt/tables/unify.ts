import { Making } from './blocks';
import { isClosed, textOf } from './walk';
import { ArrayItem, CallExpression, Expression, NewExpression, ObjectEntry, ObjectExpression } from '../code';
import { namesOf } from '../code/imports';
import { partsOf } from '../code/parts';
import { printExpression } from '../code/print-expression';

/** What differs among expressions: a value for each of them, undefined where one lacks it. */
export interface Hole {
  readonly values: readonly (Expression | undefined)[];

  /** The keys above it, the last one being its own. */
  readonly keys: readonly string[];

  /** Whether the values are ids of constructs. */
  readonly isId?: boolean;
}

/** Objects in which a key that is undefined is not the same as none. */
const MAPS: ReadonlySet<string> = new Set(['annotations', 'data', 'endpoints', 'envVariables', 'jobLabels', 'labels', 'rename']);

/** Keys whose values make members: what differs there is another program. */
const SAME: ReadonlySet<string> = new Set(['image']);

/** Keys of numbers that are ports. */
const PORTS: ReadonlySet<string> = new Set(['number', 'port', 'targetPort']);

/** A longer value in a row of a table is hard to read. */
const LINES_OF_A_VALUE = 5;

/** A text that sets an option of a program. */
const FLAG = /^--?([A-Za-z][\w.-]*)=/;

/** Two holes have one text where the same values fill them, and not by chance: other fields share texts, such as names, and nothing else. */
export function vectorOf({ values, keys }: Hole): string {
  const isText = values.every(value => value === undefined || (value.kind === 'literal' && typeof value.value === 'string'));
  return [...isText ? [] : keys.slice(-1), ...values.map(value => value ? textOf(value) : '')].join('\n');
}

/** Which objects are values of a table as a whole. */
export interface WholeObjects {
  /** The holes of a first pass: an object is whole where several of them lie in it and nowhere else. */
  readonly earlier: readonly Hole[];

  /** Whether those are too whose values differ within calls, which each row has to repeat. */
  readonly withCalls: boolean;
}

/** Finds what expressions have in common, and what differs. Holes are names that begin with `HOLE`. */
export class Unifier {
  readonly holes: Hole[] = [];

  /** Comments that only some of the expressions have, for each of them. */
  readonly comments: string[][];

  /**
   * @param count  how many expressions there are
   * @param constants  names that may stand in a hole
   * @param whole  the objects that are a hole as a whole; none without it
   */
  constructor(count: number, private readonly constants: ReadonlySet<string>, private readonly whole?: WholeObjects) {
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

  /** The common form of what is made; one that is another value in each is none. */
  making(made: readonly Making[], keys: readonly string[]): Making | undefined {
    const found = this.unify(made, keys);
    return found && !isHole(found) ? found as Making : undefined;
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
          : all(expressions, 'new') ? this.instance(expressions, keys)
            : all(expressions, 'literal') ? this.flag(expressions.map(({ value }) => value), keys) : undefined;
    if (!found) {
      this.holes.length = before;
      commented.forEach((length, i) => { this.comments[i].length = length; });
    }
    return found;
  }

  private hole(values: readonly (Expression | undefined)[], keys: readonly string[], isId = false): Expression | undefined {
    if (!values.every(value => value === undefined || isClosed(value, this.constants))) return undefined;
    const isPort = PORTS.has(keys.at(-1) ?? '') && values.every(value => value && isNumber(value));
    this.holes.push({ values, keys: isPort ? [...keys.slice(0, -1), 'port'] : keys, isId });
    return { kind: 'name', text: `${HOLE}${this.holes.length - 1}` };
  }

  private object(objects: readonly ObjectExpression[], keys: readonly string[]): Expression | undefined {
    return this.isValue(objects, keys) ? this.hole(objects, keys) : this.entries(objects, keys);
  }

  /** Whether several values differ within small objects, and none of them is needed elsewhere. */
  private isValue(objects: readonly ObjectExpression[], keys: readonly string[]): boolean {
    if (!this.whole || keys.length === 0 || objects.some(isLong)) return false;
    const { earlier, withCalls } = this.whole;
    const inner = new Unifier(objects.length, this.constants);
    const common = inner.entries(objects, keys);
    if (!common || inner.holes.length < 2 || (!withCalls && differsInCalls(common))) return false;
    const here = new Set(inner.holes.map(vectorOf));
    return earlier.filter(hole => here.has(vectorOf(hole))).length === inner.holes.length;
  }

  private entries(objects: readonly ObjectExpression[], keys: readonly string[]): ObjectExpression | undefined {
    const spreads = objects.flatMap(({ spread }) => spread ?? []);
    const spread = spreads.length === objects.length ? this.unify(spreads, keys) : undefined;
    if (!spread && spreads.length > 0) return undefined;
    const maps = objects.map(({ entries }) => new Map(entries.map(entry => [entry.key, entry] as const)));
    const names = orderedKeys(maps);
    const entries: ObjectEntry[] = [];
    for (const name of names) {
      const found = maps.map(map => map.get(name));
      const value = this.value(name, found.map(entry => entry?.value), keys);
      if (!value) return undefined;
      entries.push({ key: name, value, ...this.commonComments(found.map(entry => entry?.comments)) });
    }
    return { kind: 'object', ...spread && { spread }, entries };
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
    const chained = calls.flatMap(({ target }) => target?.kind === 'call' ? target : []);
    const target = chained.length > 0 ? this.call(chained, keys) : first.target;
    const args = this.args(calls, keys);
    return isWhole(args) && (target || !first.target) ? { ...first, target, args } : undefined;
  }

  private instance(instances: readonly NewExpression[], keys: readonly string[]): Expression | undefined {
    const [first] = instances;
    if (instances.some(one => textOf(one.class) !== textOf(first.class) || one.args.length !== first.args.length)) return undefined;
    const args = this.args(instances, keys);
    const [, , props] = args;
    // Props that have nothing in common are no column.
    return isWhole(args) && !(props && isHole(props)) ? { ...first, args } : undefined;
  }

  /** Behind its scope stands the id of a construct. */
  private args(calls: readonly (CallExpression | NewExpression)[], keys: readonly string[]): (Expression | undefined)[] {
    const [{ args: first }] = calls;
    const isId = (i: number) => i === 1 && first[0].kind === 'name' && first[0].text === 'this';
    return first.map((_, i) => {
      const values = calls.map(({ args }) => args[i]);
      return isId(i) ? this.hole(values, [...keys, 'id'], true) : this.unify(values, keys);
    });
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

function differsInCalls(expression: Expression): boolean {
  return expression.kind === 'call' ? namesOf(expression).some(isHole) : partsOf(expression).some(differsInCalls);
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
function called({ target, method }: CallExpression): string {
  return `${target?.kind === 'call' ? called(target) : target ? textOf(target) : ''}.${method}`;
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
