import { Block, blocksOf, ownIndex } from './blocks';
import { Column, columnsOf } from './columns';
import { tableName, variableName } from './table-names';
import { HOLE, isHole, isWhole, Unifier, vectorOf } from './unify';
import { rootOf, textOf, withNames } from './walk';
import { array, ChartFile, ConstStatement, Expression, ForStatement, name as nameOf, NameExpression, NewExpression, ObjectEntry, Statement } from '../code';
import { namesOf, namesOfStatements } from '../code/imports';
import { printStatements } from '../code/print-statement';

/** Fewer constructs are no table. */
const ROWS = 3;

/** More columns are hard to read. */
const COLUMNS = 12;
const OPTIONAL_COLUMNS = 3;

/** With how many of a group a construct is compared before it joins. */
const COMPARED = 8;

/** What a table has to save. */
const LARGEST_SHARE = 0.75;

/** A loop, and the table that it goes over. */
interface Loop {
  readonly table: ConstStatement;
  readonly loop: ForStatement;
}

/** Constructs of one class and image that differ only in data become a loop over a table above the class. */
export function withTables(chart: ChartFile): ChartFile {
  const { statements, constants } = chart;
  const groups = grouped(blocksOf(statements).filter(({ made }) => holdsKey(made, 'image')), new Set(constants.map(constant => constant.name)))
    .filter(({ blocks }) => blocks.length >= ROWS).sort((a, b) => endOf(a) - endOf(b));
  const named = namesOfStatements(statements).map(({ text }) => rootOf(text));
  const taken = new Set([chart.className, ...named, ...declared(statements), ...constants.map(constant => constant.name)]);
  const loops = groups.flatMap((group) => {
    const isOnly = groups.every(other => other === group || classOf(other) !== classOf(group));
    const loop = loopOf(group, taken, isOnly);
    if (loop) taken.add(loop.table.name);
    return loop ? [{ blocks: group.blocks, ...loop }] : [];
  });
  const at = new Map(loops.map(loop => [endOf(loop), loop.loop]));
  const gone = new Set(loops.flatMap(({ blocks }) => blocks.flatMap(({ places }) => places)));
  const kept = statements.flatMap((statement, i): Statement[] => [...at.has(i) ? [at.get(i)!] : [], ...gone.has(i) ? [] : [statement]]);
  return { ...chart, constants: [...constants, ...loops.map(({ table }) => table)], statements: kept };
}

/** Blocks that can be one loop. */
interface Group {
  readonly blocks: readonly Block[];
  readonly pattern: Pattern;
}

/** The last of the statements that a loop stands for. */
function endOf({ blocks }: Pick<Group, 'blocks'>): number {
  return Math.max(...blocks.at(-1)!.places);
}

/** Each block joins the group in which it needs the fewest columns. */
function grouped(blocks: readonly Block[], constants: ReadonlySet<string>): Group[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const fitting = groups.flatMap((group) => {
      const found = patternOf([...group.slice(0, COMPARED), block], constants);
      return found ? [{ group, size: found.columns }] : [];
    }).sort((a, b) => a.size - b.size)[0];
    if (fitting) fitting.group.push(block);
    else groups.push([block]);
  }
  return groups.flatMap((group): Group[] => {
    const pattern = patternOf(group, constants);
    return pattern ? [{ blocks: group, pattern }]
      : [group.slice(0, COMPARED), group.slice(COMPARED)].flatMap(part => grouped(part, constants));
  });
}

/** What blocks have in common, and what differs. */
interface Pattern {
  readonly made: readonly NewExpression[];
  readonly calls: readonly Expression[];
  readonly comments: readonly { readonly comments?: readonly string[] }[];
  readonly unifier: Unifier;
  readonly columns: number;
}

/** The common form of blocks; undefined where they have none, or differ in too much. */
function patternOf(blocks: readonly Block[], constants: ReadonlySet<string>): Pattern | undefined {
  const [{ calls }] = blocks;
  if (blocks.some(block => block.calls.length !== calls.length || classesOf(block) !== classesOf(blocks[0]))) return undefined;
  const first = unified(blocks, new Unifier(blocks.length, constants));
  const found = first && unified(blocks, new Unifier(blocks.length, constants, first.unifier.holes));
  const optional = found?.unifier.holes.filter(({ values }) => values.includes(undefined)).length ?? 0;
  return found && found.columns <= COLUMNS && optional <= OPTIONAL_COLUMNS ? found : undefined;
}

function unified(blocks: readonly Block[], unifier: Unifier): Pattern | undefined {
  const [first] = blocks;
  // What is said of a construct stands above what is said of its props.
  const comments = first.comments.map((_, i) => unifier.commonComments(blocks.map(block => block.comments[i])));
  const made = madeBy(first).map((one, part) => unifiedMade(blocks.map(block => madeBy(block)[part]), one, unifier));
  const calls = first.calls.map((_, i) => unifier.unify(blocks.map(block => block.calls[i])));
  if (!isWhole(made) || !isWhole(calls)) return undefined;
  return { unifier, made, calls, comments, columns: new Set(unifier.holes.map(vectorOf)).size };
}

function unifiedMade(made: readonly NewExpression[], first: NewExpression, unifier: Unifier): NewExpression | undefined {
  if (made.some(({ args }) => args.length !== first.args.length)) return undefined;
  const args = first.args.map((_, i) => unifier.unify(made.map(one => one.args[i]), i === 1 ? ['id'] : []));
  const [, , props] = args;
  // Props that have nothing in common are no column.
  return isWhole(args) && !(props && isHole(props)) ? { ...first, args } : undefined;
}

/** The constructs of a block: its parts, and itself. */
function madeBy({ parts, made }: Block): NewExpression[] {
  return [...parts, made];
}

function classesOf(block: Block): string {
  return madeBy(block).map(made => textOf(made.class)).join();
}

function classOf({ blocks: [{ made }] }: Group): string {
  return textOf(made.class);
}

/** @param isOnly  whether no other table is for constructs of the class */
function loopOf({ blocks, pattern: found }: Group, taken: ReadonlySet<string>, isOnly: boolean): Loop | undefined {
  const { class: of } = blocks[0].made;
  const names = blocks.map(({ id }) => id);
  const variables = found.made.reduce<string[]>((before, made) => [...before, variableName(made.class.text, new Set([...taken, ...before]))], []);
  const { columns, fills } = columnsOf(found.unifier.holes, names, new Set([...taken, ...variables]));
  const filled = <E extends Expression>(expression: E) => withNames(expression, name => fill(name, fills, variables)) as E;
  const used = new Set([...found.made, ...found.calls].flatMap(namesOf).map(({ text }) => ownIndex(text)));
  const made = found.made.map((value, i): Statement => used.has(i)
    ? { kind: 'const', name: variables[i], value: filled(value), ...found.comments[i] }
    : { kind: 'expression', value: filled(value), ...found.comments[i] });
  const body = [...made, ...found.calls.map((call, i): Statement => ({ kind: 'expression', value: filled(call), ...found.comments[made.length + i] }))];
  const name = tableName(of.text, names, taken, isOnly);
  const loop: ForStatement = { kind: 'for', each: columns.map(column => column.name), of: nameOf(name), body };
  const table: ConstStatement = { kind: 'const', name, value: rows(columns, found.unifier.comments) };
  return lines([table, loop]) <= lines(blocks.flatMap(statementsOf)) * LARGEST_SHARE ? { table, loop } : undefined;
}

function fill(name: NameExpression, fills: readonly Expression[], variables: readonly string[]): Expression {
  if (isHole(name)) return fills[Number(name.text.slice(HOLE.length))];
  const own = ownIndex(name.text);
  return own === undefined ? name : { ...name, text: [variables[own], ...name.text.split('.').slice(1)].join('.') };
}

function rows(columns: readonly Column[], comments: readonly (readonly string[])[]): Expression {
  const items = comments.map((above, i) => {
    const entries = columns.flatMap(({ name, values }): ObjectEntry[] => values[i] ? [{ key: name, value: values[i] }] : []);
    return { value: { kind: 'object', entries } as const, ...above.length > 0 && { comments: above } };
  });
  return { ...array([]), items };
}

function statementsOf(block: Block): Statement[] {
  return [...madeBy(block), ...block.calls].map(value => ({ kind: 'expression', value }));
}

function lines(statements: readonly Statement[]): number {
  return printStatements(statements, 0).join('\n').split('\n').length;
}

function holdsKey(expression: Expression, key: string): boolean {
  switch (expression.kind) {
    case 'object': return expression.entries.some(entry => entry.key === key || holdsKey(entry.value, key));
    case 'array': return expression.items.some(({ value }) => holdsKey(value, key));
    case 'new': return expression.args.some(arg => holdsKey(arg, key));
    default: return false;
  }
}

function declared(statements: readonly Statement[]): string[] {
  return statements.flatMap(statement => statement.kind === 'const' ? [statement.name] : []);
}
