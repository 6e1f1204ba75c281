import { Expression, Module, NameExpression } from './expression';
import { partsOf } from './parts';
import { Statement } from './statement';

/** The import lines of a file, for the names that it uses. */
export function importLines(names: readonly NameExpression[]): string[] {
  const byModule = new Map<Module, Set<string>>();
  for (const { from, text } of names) {
    if (from) byModule.set(from, (byModule.get(from) ?? new Set()).add(text.split('.')[0]));
  }
  return [...byModule].sort(([a], [b]) => rank(a) - rank(b) || compare(a, b)).map(([module, texts]) => importLine(module, [...texts].sort(compare)));
}

function importLine(module: Module, names: readonly string[]): string {
  if (module === 'cdk8s-plus-28') return `import * as kplus from '${module}';`;
  const line = `import { ${names.join(', ')} } from '${module}';`;
  return line.length <= 120 ? line : ['import {', ...names.map(name => `  ${name},`), `} from '${module}';`].join('\n');
}

/** Packages stand before files. */
function rank(module: Module): number {
  return module.startsWith('./') ? 1 : 0;
}

function compare(a: string, b: string): number {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  return first < second ? -1 : Number(first > second);
}

/** The names that statements use. */
export function namesOfStatements(statements: readonly Statement[]): NameExpression[] {
  return statements.flatMap((statement) => {
    switch (statement.kind) {
      case 'blank': return [];
      case 'for': return [...namesOf(statement.of), ...namesOfStatements(statement.body)];
      default: return namesOf(statement.value);
    }
  });
}

/** The names that an expression uses. */
export function namesOf(expression: Expression): NameExpression[] {
  return [...expression.kind === 'name' ? [expression] : [], ...partsOf(expression).flatMap(namesOf)];
}
