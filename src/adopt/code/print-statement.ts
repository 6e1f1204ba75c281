import { Expression } from './expression';
import { printAssigned, WIDTH } from './print-expression';
import { commentLines } from './print-text';
import { ForStatement, Statement } from './statement';

/** Statements, each line with its indentation; empty lines stand only between others. */
export function printStatements(statements: readonly Statement[], indent: number): string[] {
  const lines: string[] = [];
  for (const statement of statements) {
    if (statement.kind === 'blank') {
      if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
    } else {
      lines.push(...printStatement(statement, indent));
    }
  }
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function printStatement(statement: Exclude<Statement, { readonly kind: 'blank' }>, indent: number): string[] {
  const margin = ' '.repeat(indent);
  return [
    ...commentLines(statement.comments ?? []).map(line => `${margin}${line}`),
    ...codeLines(statement, indent).map(line => `${margin}${line}`),
  ];
}

function codeLines(statement: Exclude<Statement, { readonly kind: 'blank' }>, indent: number): string[] {
  const margin = ' '.repeat(indent);
  const after = (before: string, value: Expression, end: string) => `${printAssigned(before, value, indent, end.length)}${end}`;
  switch (statement.kind) {
    case 'expression': return [after('', statement.value, ';')];
    case 'const': return [after(`const ${statement.name} = `, statement.value, ';')];
    case 'for': {
      return [[after(`for (const ${pattern(statement, indent)} of `, statement.of, ') {'), ...printStatements(statement.body, indent + 2), `${margin}}`].join('\n')];
    }
  }
}

/** The fields of a row that a loop names, on one line where they fit. */
function pattern({ each, of }: ForStatement, indent: number): string {
  const line = `{ ${each.join(', ')} }`;
  const rest = 'for (const  of ) {'.length + of.text.length;
  if (indent + rest + line.length <= WIDTH) return line;
  return ['{', ...each.map(name => `${' '.repeat(indent + 2)}${name},`), `${' '.repeat(indent)}}`].join('\n');
}
