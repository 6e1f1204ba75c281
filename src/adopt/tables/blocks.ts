import { rootOf, withNames } from './walk';
import { append } from '../../manifest';
import { CallExpression, Expression, ExpressionStatement, LiteralExpression, NameExpression, NewExpression, Statement } from '../code';
import { namesOf, namesOfStatements } from '../code/imports';

/** What the names of a block's own constructs begin with in all blocks, so that they can be compared; the number of the construct follows. */
const OWN = 'own construct ';

/** What makes something of a class: `new AppConfig(…)`, or `KnownSecret.of(…)`. */
export type Making = NewExpression | (CallExpression & { readonly target: NameExpression });

/** A construct, what follows on it, such as its Service, and what nothing else names. */
export interface Block {
  /** Where it stands among the statements. */
  readonly places: readonly number[];

  /** What stands above it and is for it alone, such as its ConfigMap and its Secret. */
  readonly parts: readonly Making[];
  readonly made: NewExpression;

  /** Its id, which is not the same for two of a scope. */
  readonly id: LiteralExpression;

  readonly calls: readonly Expression[];

  /** The comments above each part, the construct and each call. */
  readonly comments: readonly (readonly string[])[];
}

/** The class of what is made. */
export function classOf(making: Making): NameExpression {
  return making.kind === 'new' ? making.class : making.target;
}

/** Which of the constructs of a block a name means: a part by its number, or the construct after them. */
export function ownIndex(text: string): number | undefined {
  return text.startsWith(OWN) ? Number(rootOf(text).slice(OWN.length)) : undefined;
}

/** The constructs among statements that nothing but their own calls names. */
export function blocksOf(statements: readonly Statement[]): Block[] {
  const uses = { mentions: mentionsOf(statements), made: madeIn(statements) };
  const blocks: Block[] = [];
  for (let start = 0; start < statements.length; start++) {
    const block = blockAt(statements, start, uses);
    if (!block) continue;
    blocks.push(block);
    start += block.calls.length;
  }
  return blocks;
}

function blockAt(statements: readonly Statement[], start: number, uses: Uses): Block | undefined {
  const first = statements[start];
  if ((first.kind !== 'const' && first.kind !== 'expression') || first.value.kind !== 'new') return undefined;
  const [, id] = first.value.args;
  if (id?.kind !== 'literal') return undefined;
  const own = first.kind === 'const' ? first.name : undefined;
  const calls: ExpressionStatement[] = [];
  for (let next = statements[start + 1]; own !== undefined && isCallOn(next, own); next = statements[start + 1 + calls.length]) calls.push(next);
  const places = [first, ...calls].map((_, i) => start + i);
  if (own !== undefined && !isWithin(uses.mentions.get(own), places)) return undefined;
  const named = [...new Set([first, ...calls].flatMap(statement => [...rootsOf(statement)]))].filter(root => root !== own);
  const parts = partsOf(named, places, uses);
  const numbers = new Map([...parts.map(({ name }) => name), own ?? ''].map((name, i) => [name, i]));
  const compared = (expression: Expression) => withNames(expression, (name) => {
    const root = rootOf(name.text);
    return numbers.has(root) ? { ...name, text: `${OWN}${numbers.get(root)}${name.text.slice(root.length)}` } : name;
  });
  return {
    places: [...parts.map(({ at }) => at), ...places],
    parts: parts.map(({ value }) => compared(value) as Making),
    made: compared(first.value) as NewExpression,
    id,
    calls: calls.map(({ value }) => compared(value)),
    comments: [...parts, first, ...calls].map(({ comments }) => comments ?? []),
  };
}

/** What statements name. */
interface Named {
  readonly at: number;
  readonly name: string;
  readonly value: Making;
  readonly comments?: readonly string[];
}

interface Uses {
  readonly mentions: Mentions;
  readonly made: ReadonlyMap<string, Named>;
}

function madeIn(statements: readonly Statement[]): Map<string, Named> {
  return new Map(statements.flatMap((statement, at): [string, Named][] =>
    statement.kind === 'const' && isMaking(statement.value) ? [[statement.name, { ...statement, value: statement.value, at }]] : []));
}

function isMaking(value: Expression): value is Making {
  return value.kind === 'new' || (value.kind === 'call' && value.target?.kind === 'name' && value.target.from !== undefined);
}

/** What nothing names but a block and what is for that alone; each stands below what it names itself. */
function partsOf(roots: readonly string[], places: readonly number[], uses: Uses): Named[] {
  const parts = new Set<Named>();
  for (const root of roots) {
    const part = uses.made.get(root);
    if (!part || !isWithin(uses.mentions.get(root), places)) continue;
    for (const inner of partsOf([...localRoots(namesOf(part.value))], [...places, part.at], uses)) parts.add(inner);
    parts.add(part);
  }
  return [...parts];
}

function isCallOn(statement: Statement | undefined, own: string): statement is ExpressionStatement {
  return statement?.kind === 'expression' && rootsOf(statement).has(own);
}

/** Where statements mention a name. */
type Mentions = ReadonlyMap<string, readonly number[]>;

function mentionsOf(statements: readonly Statement[]): Mentions {
  const mentions = new Map<string, number[]>();
  statements.forEach((statement, at) => rootsOf(statement).forEach(root => append(mentions, root, at)));
  return mentions;
}

function isWithin(mentions: readonly number[] | undefined, places: readonly number[]): boolean {
  return (mentions ?? []).every(at => places.includes(at));
}

function rootsOf(statement: Statement): Set<string> {
  return localRoots(namesOfStatements([statement]));
}

function localRoots(names: readonly NameExpression[]): Set<string> {
  return new Set(names.filter(({ from }) => !from).map(({ text }) => rootOf(text)));
}
