/* eslint-disable @typescript-eslint/no-require-imports */
import { readFileSync } from 'fs';
import { join } from 'path';
import { Linter } from 'eslint';
import * as ts from 'typescript';
import { WIDTH } from '../../../src/adopt/code/print-expression';

const { rules } = ts.parseConfigFileTextToJson('.eslintrc.json', readFileSync(join(__dirname, '../../../.eslintrc.json'), 'utf8')).config;

/** Rules that need the types of a whole program or the files of a package, where the compiler sees what they would, and the one on size. */
const LEFT_OUT = /^max-lines$|^@typescript-eslint\/(no-floating-promises|return-await)$|^import\/(no-|max-)/;

let made: Linter | undefined;

/** What the rules of this project say about a text of TypeScript. */
export function styleFaults(text: string): string[] {
  made ??= makeLinter();
  const faults = made.verify(text, {
    parser: 'typescript',
    parserOptions: { ecmaVersion: 2022, sourceType: 'module' },
    rules: Object.fromEntries(Object.entries(rules).filter(([name]) => !LEFT_OUT.test(name))) as Linter.RulesRecord,
  }, 'generated.ts').map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message} in ${text.split('\n')[line - 1]}`);
  return [...faults, ...wideLines(text)];
}

function makeLinter(): Linter {
  const linter = new Linter({ configType: 'eslintrc' });
  linter.defineParser('typescript', require('@typescript-eslint/parser'));
  for (const [prefix, plugin] of [
    ['@stylistic', require('@stylistic/eslint-plugin')],
    ['@typescript-eslint', require('@typescript-eslint/eslint-plugin')],
    ['import', require('eslint-plugin-import')],
  ]) {
    for (const [name, rule] of Object.entries<any>(plugin.rules)) linter.defineRule(`${prefix}/${name}`, rule);
  }
  return linter;
}

/** The lines of code that are wider than they may be; a literal that is too wide alone stands on a line with nothing but its key. */
export function wideLines(text: string): string[] {
  const source = ts.createSourceFile('generated.ts', text, ts.ScriptTarget.ES2022, true);
  const literals = new Map<number, string[]>();
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  const visit = (node: ts.Node): void => {
    if (!ts.isLiteralExpression(node) && !ts.isTemplateExpression(node)) return node.forEachChild(visit);
    if (ts.isPropertyAssignment(node.parent) && node.parent.name === node) return;
    node.getText().split('\n').forEach((part, i) => {
      const line = lineOf(node.getStart()) + i;
      literals.set(line, [...literals.get(line) ?? [], part.trimStart()]);
    });
  };
  visit(source);
  return text.split('\n').filter((line, i) => {
    const [literal = '', ...others] = literals.get(i) ?? [];
    const indent = line.length - line.trimStart().length;
    return line.length > WIDTH && !line.trimStart().startsWith('//') && (others.length > 0 || indent + literal.length + 1 <= WIDTH);
  });
}
