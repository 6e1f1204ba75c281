import { call, imported, literal, name, object } from './build';
import { NameExpression } from './expression';
import { importLines, namesOfStatements } from './imports';
import { printStatements } from './print-statement';
import { ChartFile, ConstStatement, Statement } from './statement';

const APP = imported('cdk8s', 'App');

/** The text of a file with the class of a chart. */
export function printChart(chart: ChartFile): string {
  const { className, constants } = chart;
  const statements = constructorBody(chart);
  return textOf(namesOfChart(chart), [
    ...constantLines(constants),
    `export class ${className} extends Chart {`,
    '  constructor(scope: Construct) {',
    ...printStatements(statements, 4),
    '  }',
    '}',
  ]);
}

/** What a class must not be named: the names that the file of its chart imports, and the app that makes it. */
export function importedNames(chart: ChartFile): string[] {
  return [...namesOfChart(chart), APP].filter(({ from }) => from !== undefined && from !== 'cdk8s-plus-28').map(({ text }) => text.split('.')[0]);
}

/** The text of the file that makes the app and its charts. */
export function printMain(charts: readonly ChartFile[]): string {
  const made = charts.map((chart): Statement => ({
    kind: 'expression',
    value: { kind: 'new', class: imported(`./${fileName(chart)}`, chart.className), args: [name('app')] },
  }));
  const app = { kind: 'new', class: APP, args: [] } as const;
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

function namesOfChart({ constants, statements }: ChartFile): NameExpression[] {
  return [imported('cdk8s', 'Chart'), imported('constructs', 'Construct'), ...namesOfStatements([...constants, ...statements])];
}

function constructorBody({ id, namespace, statements }: ChartFile): Statement[] {
  const props = namespace === undefined ? [] : [object({ namespace: literal(namespace) })];
  return [
    { kind: 'expression', value: call(undefined, 'super', name('scope'), literal(id), ...props) },
    ...statements.length > 0 ? [{ kind: 'blank' } as const] : [],
    ...statements,
  ];
}

/** Constants, with an empty line after each that takes several lines, and after the last. */
function constantLines(constants: readonly ConstStatement[]): string[] {
  const texts = constants.map(constant => printStatements([constant], 0).join('\n'));
  return texts.flatMap((text, i) => text.includes('\n') || texts[i + 1]?.includes('\n') !== false ? [text, ''] : [text]);
}

function textOf(names: readonly NameExpression[], lines: readonly string[]): string {
  return [...importLines(names), '', ...lines, ''].join('\n');
}
