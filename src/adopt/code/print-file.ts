import { call, imported, literal, name, object } from './build';
import { NameExpression } from './expression';
import { importLines, namesOfStatements } from './imports';
import { nameText } from './print-expression';
import { printStatements } from './print-statement';
import { docstring } from './print-text';
import { ChartFile, ConstStatement, Parameter, Statement, ValuesFile } from './statement';

/** The text of a file with the class of a chart. */
export function printChart(chart: ChartFile): string {
  const { className, constants, parameters, methods } = chart;
  const statements = constructorBody(chart);
  const names = [
    imported('cdk8s', 'Chart'),
    imported('constructs', 'Construct'),
    ...parameters.map(({ type }) => type),
    ...namesOfStatements([...constants, ...statements, ...methods.flatMap(method => method.statements)]),
  ];
  return textOf(names, [
    ...constantLines(constants, ''),
    ...docstring(chart.comments),
    `export class ${className} extends Chart {`,
    ...constructorHead(parameters),
    ...printStatements(statements, 4),
    '  }',
    ...methods.flatMap(method => ['', `  private ${method.name}(): void {`, ...printStatements(method.statements, 4), '  }']),
    '}',
  ]);
}

/** The text of a file of values. */
export function printValues({ comments, constants }: ValuesFile): string {
  const [first, ...others] = constantLines(constants, 'export ');
  return textOf(namesOfStatements(constants), [...docstring(comments), ...comments.length > 0 ? [''] : [], first, ...others].slice(0, -1));
}

/** The text of the file that makes the app and its charts. */
export function printMain(charts: readonly ChartFile[]): string {
  const made = charts.map((chart): Statement => ({
    kind: 'expression',
    value: { kind: 'new', class: imported(`./${fileName(chart)}`, chart.className), args: [name('app'), ...chart.args] },
  }));
  const app = { kind: 'new', class: imported('cdk8s', 'App'), args: [] } as const;
  const statements: Statement[] = [
    { kind: 'const', name: 'app', value: app },
    ...made,
    { kind: 'expression', value: call(name('app'), 'synth') },
  ];
  return textOf(namesOfStatements(statements), printStatements(statements, 0));
}

/** The file of a chart, without `.ts`: `ta-bot` for `TaBot`. */
export function fileName({ className }: ChartFile): string {
  return className.replace(/([a-z\d])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3-$2$4').toLowerCase();
}

function constructorBody({ id, namespace, statements, methods }: ChartFile): Statement[] {
  const props = namespace === undefined ? [] : [object({ namespace: literal(namespace) })];
  return [
    { kind: 'expression', value: call(undefined, 'super', name('scope'), literal(id), ...props) },
    ...statements.length > 0 ? [{ kind: 'blank' } as const] : [],
    ...statements,
    ...methods.map((method): Statement => ({ kind: 'expression', value: call(name('this'), method.name) })),
  ];
}

function constructorHead(parameters: readonly Parameter[]): string[] {
  const others = parameters.map(({ name: text, type, field }) => `${field ? 'private readonly ' : ''}${text}: ${nameText(type)}`);
  const texts = ['scope: Construct', ...others];
  const line = `  constructor(${texts.join(', ')}) {`;
  return line.length <= 120 ? [line] : ['  constructor(', ...texts.map(text => `    ${text},`), '  ) {'];
}

/** Constants, with an empty line after each that takes several lines, and after the last. */
function constantLines(constants: readonly ConstStatement[], before: string): string[] {
  const texts = constants.map(({ comments, ...constant }) => [
    ...docstring(comments ?? []),
    `${before}${printStatements([constant], 0).join('\n')}`,
  ].join('\n'));
  return texts.flatMap((text, i) => text.includes('\n') || texts[i + 1]?.includes('\n') !== false ? [text, ''] : [text]);
}

function textOf(names: readonly NameExpression[], lines: readonly string[]): string {
  const imports = importLines(names);
  return [...imports, ...imports.length > 0 ? [''] : [], ...lines, ''].join('\n');
}
