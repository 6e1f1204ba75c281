import { Block, blocksOf, classOf, Making, ownIndex } from './blocks';
import { Column, columnsOf } from './columns';
import { tableName, variableNames } from './table-names';
import { HOLE, isHole, isWhole, Unifier } from './unify';
import { rootOf, textOf, withNames } from './walk';
import { array, ChartFile, ConstStatement, Expression, ForStatement, name as nameOf, NameExpression, ObjectEntry, Statement } from '../code';
import { namesOf, namesOfStatements } from '../code/imports';
import { partsOf } from '../code/parts';
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
  const surroundings = { constants: new Set(constants.map(constant => constant.name)), ids: idsIn(statements) };
  const groups = grouped(blocksOf(statements).filter(({ made }) => holdsKey(made, 'image')), surroundings)
    .filter(({ blocks }) => blocks.length >= ROWS).sort((a, b) => endOf(a) - endOf(b));
  const named = namesOfStatements(statements).map(({ text }) => rootOf(text));
  const taken = new Set([chart.className, ...named, ...declared(statements), ...constants.map(constant => constant.name)]);
  const loops = groups.flatMap((group) => {
    const isOnly = groups.every(other => other === group || classOfGroup(other) !== classOfGroup(group));
    const loop = loopOf(group, { taken, ids: surroundings.ids, isOnly });
    if (loop) taken.add(loop.table.name);
    return loop ? [{ blocks: group.blocks, ...loop }] : [];
  });
  const at = new Map(loops.map(loop => [endOf(loop), loop.loop]));
  const gone = new Set(loops.flatMap(({ blocks }) => blocks.flatMap(({ places }) => places)));
  const kept = statements.flatMap((statement, i): Statement[] => [...at.has(i) ? [at.get(i)!] : [], ...gone.has(i) ? [] : [statement]]);
  return { ...chart, constants: [...constants, ...loops.map(({ table }) => table)], statements: kept };
}

/** What is in a chart beside a block. */
interface Surroundings {
  /** The constants above the class. */
  readonly constants: ReadonlySet<string>;

  /** The ids of all constructs. */
  readonly ids: ReadonlySet<string>;
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
function grouped(blocks: readonly Block[], surroundings: Surroundings): Group[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const fitting = groups.flatMap((group) => {
      const found = patternOf([...group.slice(0, COMPARED), block], surroundings);
      return found ? [{ group, size: found.columns }] : [];
    }).sort((a, b) => a.size - b.size)[0];
    if (fitting) fitting.group.push(block);
    else groups.push([block]);
  }
  return groups.flatMap((group): Group[] => {
    const pattern = patternOf(group, surroundings);
    return pattern ? [{ blocks: group, pattern }]
      : [group.slice(0, COMPARED), group.slice(COMPARED)].flatMap(part => grouped(part, surroundings));
  });
}

/** What blocks have in common, and what differs. */
interface Pattern {
  readonly made: readonly Making[];
  readonly calls: readonly Expression[];
  readonly comments: readonly { readonly comments?: readonly string[] }[];
  readonly unifier: Unifier;
  readonly columns: number;
}

/** The common form of blocks; undefined where they have none, or differ in too much. */
function patternOf(blocks: readonly Block[], { constants, ids }: Surroundings): Pattern | undefined {
  const [{ calls }] = blocks;
  if (blocks.some(block => block.calls.length !== calls.length || classesOf(block) !== classesOf(blocks[0]))) return undefined;
  const first = unified(blocks, new Unifier(blocks.length, constants), ids);
  if (!first) return undefined;
  const { holes: earlier } = first.unifier;
  for (const withCalls of [false, true]) {
    const found = unified(blocks, new Unifier(blocks.length, constants, { earlier, withCalls }), ids);
    if (found && isReadable(found)) return found;
  }
  return undefined;
}

function isReadable({ columns, unifier: { holes } }: Pattern): boolean {
  return columns <= COLUMNS && holes.filter(({ values }) => values.includes(undefined)).length <= OPTIONAL_COLUMNS;
}

function unified(blocks: readonly Block[], unifier: Unifier, ids: ReadonlySet<string>): Pattern | undefined {
  const [first] = blocks;
  // What is said of a construct stands above what is said of its props.
  const comments = first.comments.map((_, i) => unifier.commonComments(blocks.map(block => block.comments[i])));
  const words = wordsFor(madeBy(first));
  const made = madeBy(first).map((one, i) => unifier.making(blocks.map(block => madeBy(block)[i]), one === first.made ? [] : [words[i]]));
  const calls = first.calls.map((call, i) => unifier.unify(blocks.map(block => block.calls[i]), call.kind === 'new' ? wordsFor([call]) : []));
  if (!isWhole(made) || !isWhole(calls)) return undefined;
  const { columns } = columnsOf(unifier.holes, { names: blocks.map(({ id }) => id), taken: new Set(), ids });
  return { unifier, made, calls, comments, columns: columns.length };
}

/** What is made, each by a word of its own. */
function wordsFor(made: readonly Making[], taken: ReadonlySet<string> = new Set()): string[] {
  return variableNames(made.map(one => classOf(one).text), taken);
}

/** What a block makes: its parts, and itself. */
function madeBy({ parts, made }: Block): Making[] {
  return [...parts, made];
}

function classesOf(block: Block): string {
  return madeBy(block).map(made => textOf(classOf(made))).join();
}

function classOfGroup({ blocks: [{ made }] }: Group): string {
  return textOf(made.class);
}

interface LoopScope {
  readonly taken: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;

  /** Whether no other table is for constructs of the class. */
  readonly isOnly: boolean;
}

function loopOf({ blocks, pattern: found }: Group, { taken, ids, isOnly }: LoopScope): Loop | undefined {
  const { class: of } = blocks[0].made;
  const names = blocks.map(({ id }) => id);
  const variables = wordsFor(found.made, taken);
  const { columns, fills } = columnsOf(found.unifier.holes, { names, taken: new Set([...taken, ...variables]), ids });
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

/** The ids of the constructs that statements make: what stands behind their scope. */
function idsIn(statements: readonly Statement[]): Set<string> {
  const ids = new Set<string>();
  const visit = (expression: Expression): void => {
    const [scope, id] = expression.kind === 'call' || expression.kind === 'new' ? expression.args : [];
    if (scope?.kind === 'name' && scope.text === 'this' && id?.kind === 'literal') ids.add(String(id.value));
    partsOf(expression).forEach(visit);
  };
  statements.forEach(statement => 'value' in statement && visit(statement.value));
  return ids;
}

function declared(statements: readonly Statement[]): string[] {
  return statements.flatMap(statement => statement.kind === 'const' ? [statement.name] : []);
}
