import { rootOf, withNames } from './walk';
import { Expression, ExpressionStatement, LiteralExpression, NewExpression, Statement } from '../code';
import { namesOfStatements } from '../code/imports';

/** The name of the construct in all blocks, so that they can be compared. */
export const OWN = 'own construct';

/** A construct, and the calls that follow on it. */
export interface Block {
  /** Where it begins and ends among the statements. */
  readonly start: number;
  readonly end: number;
  readonly made: NewExpression;

  /** Its id, which is not the same for two of a scope. */
  readonly id: LiteralExpression;

  /** The calls, in which the construct is named `OWN`. */
  readonly calls: readonly Expression[];

  /** The comments above the construct, and those above each call. */
  readonly comments: readonly (readonly string[])[];
}

/** The constructs among statements that nothing but their own calls names. */
export function blocksOf(statements: readonly Statement[]): Block[] {
  const mentions = mentionCounts(statements);
  const blocks: Block[] = [];
  for (let start = 0; start < statements.length; start++) {
    const block = blockAt(statements, start, mentions);
    if (!block) continue;
    blocks.push(block);
    start = block.end - 1;
  }
  return blocks;
}

function blockAt(statements: readonly Statement[], start: number, mentions: ReadonlyMap<string, number>): Block | undefined {
  const first = statements[start];
  if ((first.kind !== 'const' && first.kind !== 'expression') || first.value.kind !== 'new') return undefined;
  const [, id] = first.value.args;
  if (id?.kind !== 'literal') return undefined;
  const own = first.kind === 'const' ? first.name : undefined;
  const calls: ExpressionStatement[] = [];
  for (let next = statements[start + 1]; own !== undefined && isCallOn(next, own); next = statements[start + 1 + calls.length]) calls.push(next);
  if (own !== undefined && (mentions.get(own) ?? 0) > calls.length) return undefined;
  return {
    start,
    end: start + 1 + calls.length,
    made: first.value,
    id,
    calls: calls.map(({ value }) => withNames(value, name =>
      own !== undefined && rootOf(name.text) === own ? { ...name, text: `${OWN}${name.text.slice(own.length)}` } : name)),
    comments: [first, ...calls].map(({ comments }) => comments ?? []),
  };
}

function isCallOn(statement: Statement | undefined, own: string): statement is ExpressionStatement {
  return statement?.kind === 'expression' && rootsOf(statement).has(own);
}

/** How many statements mention a name. */
function mentionCounts(statements: readonly Statement[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const statement of statements) {
    for (const root of rootsOf(statement)) counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  return counts;
}

function rootsOf(statement: Statement): Set<string> {
  return new Set(namesOfStatements([statement]).filter(({ from }) => !from).map(({ text }) => rootOf(text)));
}
