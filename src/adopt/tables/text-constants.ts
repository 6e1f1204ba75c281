import { constantName, unusedName } from './constant-names';
import { LiteralPlace, withLiteralsOf } from './walk';
import { ChartFile, ConstStatement, Expression, LiteralExpression, name as nameOf } from '../code';
import { namesOfStatements } from '../code/imports';
import { isBlock } from '../code/print-text';

/** Keys that say nothing about a text in them. */
const SCRIPTS: ReadonlySet<string> = new Set(['args', 'command']);

/** Texts of several lines, such as scripts and files in ConfigMaps, become constants above the class. */
export function withTextConstants(chart: ChartFile): ChartFile {
  const texts = new TextConstants(chart);
  const statements = chart.statements.map(statement => withLiteralsOf(statement, (value, place) => texts.lifted(value, place)));
  return { ...chart, constants: [...chart.constants, ...texts.constants], statements };
}

class TextConstants {
  readonly constants: ConstStatement[] = [];
  private readonly names = new Map<string, string>();
  private readonly taken: Set<string>;

  constructor({ className, constants, statements }: ChartFile) {
    this.taken = new Set([className, ...constants.map(({ name }) => name), ...namesOfStatements(statements).map(({ text }) => text)]);
  }

  lifted(value: LiteralExpression, { key, owner = '' }: LiteralPlace): Expression {
    if (typeof value.value !== 'string' || !isBlock(value.value)) return value;
    const known = this.names.get(value.value);
    if (known) return nameOf(known);
    const name = unusedName(SCRIPTS.has(key) ? constantName(`${owner} script`) : constantName(key), this.taken);
    this.taken.add(name);
    this.names.set(value.value, name);
    this.constants.push({ kind: 'const', name, value });
    return nameOf(name);
  }
}
