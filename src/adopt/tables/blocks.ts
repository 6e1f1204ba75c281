import { rootOf, withNames } from './walk';
import { append } from '../../manifest';
import { Expression, ExpressionStatement, LiteralExpression, NewExpression, Statement } from '../code';
import { namesOfStatements } from '../code/imports';

/** What the names of a block's own constructs begin with in all blocks, so that they can be compared; the number of the construct follows. */
const OWN = 'own construct ';

/** A construct, the calls that follow on it, and the constructs that nothing else names. */
export interface Block {
  /** Where it stands among the statements. */
  readonly places: readonly number[];

  /** The constructs above it that are for it alone, such as its ConfigMap. */
  readonly parts: readonly NewExpression[];
  readonly made: NewExpression;

  /** Its id, which is not the same for two of a scope. */
  readonly id: LiteralExpression;

  readonly calls: readonly Expression[];

  /** The comments above each part, the construct and each call. */
  readonly comments: readonly (readonly string[])[];
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

function blockAt(statements: readonly Statement[], start: number, { mentions, made }: Uses): Block | undefined {
  const first = statements[start];
  if ((first.kind !== 'const' && first.kind !== 'expression') || first.value.kind !== 'new') return undefined;
  const [, id] = first.value.args;
  if (id?.kind !== 'literal') return undefined;
  const own = first.kind === 'const' ? first.name : undefined;
  const calls: ExpressionStatement[] = [];
  for (let next = statements[start + 1]; own !== undefined && isCallOn(next, own); next = statements[start + 1 + calls.length]) calls.push(next);
  const places = [first, ...calls].map((_, i) => start + i);
  if (own !== undefined && !isWithin(mentions.get(own), places)) return undefined;
  const named = [...new Set([first, ...calls].flatMap(statement => [...rootsOf(statement)]))].filter(root => root !== own);
  const parts = named.flatMap(root => isWithin(mentions.get(root), places) ? made.get(root) ?? [] : []);
  const numbers = new Map([...parts.map(({ name }) => name), own ?? ''].map((name, i) => [name, i]));
  const compared = (expression: Expression) => withNames(expression, (name) => {
    const root = rootOf(name.text);
    return numbers.has(root) ? { ...name, text: `${OWN}${numbers.get(root)}${name.text.slice(root.length)}` } : name;
  });
  return {
    places: [...parts.map(({ at }) => at), ...places],
    parts: parts.map(({ value }) => value),
    made: compared(first.value) as NewExpression,
    id,
    calls: calls.map(({ value }) => compared(value)),
    comments: [...parts, first, ...calls].map(({ comments }) => comments ?? []),
  };
}

/** A construct that statements name. */
interface Named {
  readonly at: number;
  readonly name: string;
  readonly value: NewExpression;
  readonly comments?: readonly string[];
}

interface Uses {
  readonly mentions: Mentions;
  readonly made: ReadonlyMap<string, Named>;
}

function madeIn(statements: readonly Statement[]): Map<string, Named> {
  return new Map(statements.flatMap((statement, at): [string, Named][] =>
    statement.kind === 'const' && statement.value.kind === 'new' ? [[statement.name, { ...statement, value: statement.value, at }]] : []));
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
  return new Set(namesOfStatements([statement]).filter(({ from }) => !from).map(({ text }) => rootOf(text)));
}
