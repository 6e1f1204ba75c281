import { ArrayItem, Expression, NameExpression, ObjectEntry, SpreadEntry } from '../code';
import { namesOf } from '../code/imports';

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

/** The expression with something else in the place of its literals, of which the nearest key above is given. */
export function withLiterals(expression: Expression, change: (literal: Expression, key: string) => Expression, above = ''): Expression {
  return expression.kind === 'literal' ? change(expression, above) : withParts(expression, (part, key) => withLiterals(part, change, key ?? above));
}

/** The expression with each of its parts changed. */
function withParts(expression: Expression, change: (part: Expression, key?: string) => Expression): Expression {
  const changed = (part: Expression): Expression => change(part);
  switch (expression.kind) {
    case 'literal':
    case 'name': return expression;
    case 'template': return { ...expression, parts: expression.parts.map(part => typeof part === 'string' ? part : change(part)) };
    case 'array': return { ...expression, items: expression.items.map((item): ArrayItem => ({ ...item, value: change(item.value) })) };
    case 'object': return {
      ...expression,
      entries: expression.entries.map((entry): ObjectEntry | SpreadEntry =>
        'spread' in entry ? { ...entry, spread: change(entry.spread) } : { ...entry, value: change(entry.value, entry.key) }),
    };
    case 'call': return { ...expression, ...expression.target && { target: change(expression.target) }, args: expression.args.map(changed) };
    case 'new': return { ...expression, args: expression.args.map(changed) };
  }
}
