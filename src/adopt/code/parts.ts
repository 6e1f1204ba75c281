import { ArrayItem, CallExpression, Expression } from './expression';

/** The expressions that stand directly in another. */
export function partsOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'name': return [];
    case 'template': return expression.parts.filter(part => typeof part !== 'string');
    case 'object': return [...expression.spread ? [expression.spread] : [], ...expression.entries.map(entry => entry.value)];
    case 'array': return expression.items.map(({ value }) => value);
    case 'call': return [...expression.target ? [expression.target] : [], ...expression.args];
    case 'new': return [expression.class, ...expression.args];
  }
}

/** The expression with each of its parts changed; classes stay. Parts of objects and patches come with their key. */
export function withParts(expression: Expression, change: (part: Expression, key?: string) => Expression): Expression {
  switch (expression.kind) {
    case 'literal':
    case 'name': return expression;
    case 'template': return { ...expression, parts: expression.parts.map(part => typeof part === 'string' ? part : change(part)) };
    case 'array': return { ...expression, items: expression.items.map((item): ArrayItem => ({ ...item, value: change(item.value) })) };
    case 'object': {
      const { spread, entries } = expression;
      return {
        ...expression,
        ...spread && { spread: change(spread) },
        entries: entries.map(entry => ({ ...entry, value: change(entry.value, entry.key) })),
      };
    }
    case 'call': {
      const { target, args } = expression;
      const key = patchedKey(expression);
      return { ...expression, ...target && { target: change(target) }, args: args.map((arg, i) => i === 0 ? change(arg) : change(arg, key)) };
    }
    case 'new': return { ...expression, args: expression.args.map(arg => change(arg)) };
  }
}

/** The key that a patch sets: `nginx.conf` of `JsonPatch.add('/data/nginx.conf', …)`, and `args` of `/spec/containers/0/args/-`. */
function patchedKey({ target, args: [pointer] }: CallExpression): string | undefined {
  if (target?.kind !== 'name' || target.text !== 'JsonPatch' || pointer?.kind !== 'literal') return undefined;
  const keys = String(pointer.value).split('/').filter(step => !/^(\d*|-)$/.test(step));
  return keys.at(-1)?.replaceAll('~1', '/').replaceAll('~0', '~');
}
