import { Expression, LiteralExpression, NameExpression, ObjectExpression, Statement } from '../code';
import { namesOf } from '../code/imports';
import { withParts } from '../code/parts';

/** Two expressions have one text where they are the same but for their comments. */
export function textOf(expression: Expression): string {
  return JSON.stringify(expression, (key, value: unknown) => (key === 'comments' ? undefined : value));
}

/** Whether an expression means the same above the class: it names nothing but imports and the constants that stand there. */
export function isClosed(expression: Expression, constants: ReadonlySet<string>): boolean {
  return namesOf(expression).every(({ from, text }) => from !== undefined || constants.has(rootOf(text)));
}

/** The first part of a name: `job` for `job.podMetadata`. */
export function rootOf(text: string): string {
  return text.split('.')[0];
}

/** The expression with something else in the place of its names; classes stay. */
export function withNames(expression: Expression, change: (name: NameExpression) => Expression): Expression {
  return expression.kind === 'name' ? change(expression) : withParts(expression, part => withNames(part, change));
}

/** Where a literal stands. */
export interface LiteralPlace {
  /** The nearest key above. */
  readonly key: string;

  /** The `name` of the nearest object above that has one, such as that of a container. */
  readonly owner?: string;
}

type ChangeOfLiteral = (literal: LiteralExpression, place: LiteralPlace) => Expression;

/** The statement with something else in the place of its literals, and so in the body of a loop. */
export function withLiteralsOf(statement: Statement, change: ChangeOfLiteral): Statement {
  if ('body' in statement) return { ...statement, body: statement.body.map(inner => withLiteralsOf(inner, change)) };
  return 'value' in statement ? { ...statement, value: withLiterals(statement.value, change, { key: '' }) } : statement;
}

function withLiterals(expression: Expression, change: ChangeOfLiteral, place: LiteralPlace): Expression {
  if (expression.kind === 'literal') return change(expression, place);
  const owner = (expression.kind === 'object' ? nameIn(expression) : undefined) ?? place.owner;
  return withParts(expression, (part, key) => withLiterals(part, change, { key: key ?? place.key, owner }));
}

function nameIn({ entries }: ObjectExpression): string | undefined {
  const value = entries.find(({ key }) => key === 'name')?.value;
  return value?.kind === 'literal' ? String(value.value) : undefined;
}
