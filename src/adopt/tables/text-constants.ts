import { withLiterals } from './walk';
import { ChartFile, ConstStatement, Expression, name as nameOf, Statement } from '../code';
import { namesOfStatements } from '../code/imports';
import { isBlock } from '../code/print-text';

/** Keys that say nothing about a text in them. */
const SCRIPTS: ReadonlySet<string> = new Set(['args', 'command']);

/** Texts of several lines, such as scripts and files in ConfigMaps, become constants above the class. */
export function withTextConstants(chart: ChartFile): ChartFile {
  const texts = new TextConstants(chart);
  const statements = chart.statements.map(statement => texts.lift(statement));
  return { ...chart, constants: [...chart.constants, ...texts.constants], statements };
}

class TextConstants {
  readonly constants: ConstStatement[] = [];
  private readonly names = new Map<string, string>();
  private readonly taken: Set<string>;

  constructor({ constants, statements }: ChartFile) {
    this.taken = new Set([...constants.map(({ name }) => name), ...namesOfStatements(statements).map(({ text }) => text)]);
  }

  lift(statement: Statement): Statement {
    return 'value' in statement ? { ...statement, value: withLiterals(statement.value, (value, key) => this.lifted(value, key)) } : statement;
  }

  private lifted(value: Expression, key: string): Expression {
    if (value.kind !== 'literal' || typeof value.value !== 'string' || !isBlock(value.value)) return value;
    const known = this.names.get(value.value);
    if (known) return nameOf(known);
    const name = this.unused(SCRIPTS.has(key) ? 'SCRIPT' : constantName(key));
    this.names.set(value.value, name);
    this.constants.push({ kind: 'const', name, value });
    return nameOf(name);
  }

  private unused(name: string): string {
    let unused = name;
    for (let number = 2; this.taken.has(unused); number++) unused = `${name}_${number}`;
    this.taken.add(unused);
    return unused;
  }
}

/** `NGINX_CONF` for `nginx.conf`. */
function constantName(key: string): string {
  const words = key.replace(/([a-z\d])([A-Z])/g, '$1_$2').split(/[^A-Za-z\d]+/).filter(Boolean).join('_').toUpperCase();
  return words === '' ? 'TEXT' : words.replace(/^(?=\d)/, 'TEXT_');
}
