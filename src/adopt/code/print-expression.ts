import { ArrayExpression, ArrayItem, CallExpression, Expression, NewExpression, ObjectEntry, ObjectExpression } from './expression';
import { block, commentLines, isBlock, isPlainKey, quoted, templateText } from './print-text';

/** Columns that a line may have where it can be broken. */
export const WIDTH = 120;

const STEP = 2;

const SPREAD = '...';

/** Where an expression stands. */
export interface Place {
  /** Spaces before the line that it begins on. */
  readonly indent: number;

  /** Column that it begins at. */
  readonly column: number;

  /** Characters that follow on its last line. */
  readonly after: number;
}

/** An expression on one line where it fits, and else on several. */
export function printExpression(expression: Expression, at: Place): string {
  const line = onOneLine(expression);
  if (line !== undefined && at.column + line.length + at.after <= WIDTH) return line;
  switch (expression.kind) {
    case 'object': return brokenObject(expression, at.indent);
    case 'array': return brokenArray(expression, at);
    case 'call': return brokenCall(expression, at);
    case 'new': return brokenArguments(expression, `new ${nameText(expression.class)}`, at);
    case 'template': return templateOf(expression.parts);
    case 'literal': return scalar(expression.value);
    case 'name': return nameText(expression);
  }
}

/** An expression after a key or what it is assigned to; a text stands on the next line where it fits there and nowhere else. */
export function printAssigned(before: string, value: Expression, indent: number, after: number): string {
  const text = printExpression(value, { indent, column: indent + before.length, after });
  const isText = (value.kind === 'literal' || value.kind === 'template') && !text.includes('\n');
  const fits = (column: number) => column + text.length + after <= WIDTH;
  if (!isText || fits(indent + before.length) || !fits(indent + STEP)) return `${before}${text}`;
  return `${before.trimEnd()}\n${' '.repeat(indent + STEP)}${text}`;
}

/** A name as the file writes it. */
export function nameText({ text, from }: { readonly text: string; readonly from?: string }): string {
  return from === 'cdk8s-plus-28' ? `kplus.${text}` : text;
}

/** The expression without a line break; undefined where it needs one. */
function onOneLine(expression: Expression): string | undefined {
  const text = lineOf(expression);
  return text === undefined || text.includes('\n') ? undefined : text;
}

function lineOf(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'literal': return scalar(expression.value);
    case 'template': return templateOf(expression.parts);
    case 'name': return nameText(expression);
    case 'object': return objectLine(expression);
    case 'array': return joined(expression.items.map(item => item.comments ? undefined : onOneLine(item.value)), '[', ']');
    case 'new': return joined(expression.args.map(onOneLine), `new ${nameText(expression.class)}(`, ')');
    case 'call': {
      const target = expression.target === undefined ? '' : onOneLine(expression.target);
      return target === undefined ? undefined : joined(expression.args.map(onOneLine), `${callee(target, expression)}(`, ')');
    }
  }
}

function joined(parts: readonly (string | undefined)[], open: string, close: string): string | undefined {
  return parts.includes(undefined) ? undefined : `${open}${parts.join(', ')}${close}`;
}

function objectLine({ spread, entries }: ObjectExpression): string | undefined {
  if (!spread && entries.length === 0) return '{}';
  const quotes = needsQuotes(entries);
  const before = spread ? [assignedOnOneLine(SPREAD, spread)] : [];
  return joined([...before, ...entries.map((entry) => {
    if (entry.comments) return undefined;
    return shorthandOf(entry) ?? assignedOnOneLine(prefix(entry, quotes), entry.value);
  })], '{ ', ' }');
}

function assignedOnOneLine(before: string, value: Expression): string | undefined {
  const text = onOneLine(value);
  return text === undefined ? undefined : `${before}${text}`;
}

function brokenObject({ spread, entries }: ObjectExpression, indent: number): string {
  const inner = indent + STEP;
  const quotes = needsQuotes(entries);
  const before = spread ? [`${printAssigned(SPREAD, spread, inner, 1)},`] : [];
  const lines = entries.flatMap((entry) => {
    const text = shorthandOf(entry) ?? printAssigned(prefix(entry, quotes), entry.value, inner, 1);
    return [...commentLines(entry.comments ?? []), `${text},`];
  });
  return enclosed('{', [...before, ...lines], '}', indent);
}

function brokenArray({ items }: ArrayExpression, at: Place): string {
  const [only] = items;
  if (items.length === 1 && !only.comments && isHugged(only.value)) {
    return `[${printExpression(only.value, { ...at, column: at.column + 1, after: at.after + 1 })}]`;
  }
  return enclosed('[', itemLines(items, at.indent + STEP), ']', at.indent);
}

function itemLines(items: readonly ArrayItem[], indent: number): string[] {
  return items.flatMap(({ value, comments }) =>
    [...commentLines(comments ?? []), `${printExpression(value, { indent, column: indent, after: 1 })},`]);
}

function brokenCall(expression: CallExpression, at: Place): string {
  const after = expression.method.length + '.()'.length + (expression.args.length === 0 ? at.after : 0);
  const target = expression.target === undefined ? '' : printExpression(expression.target, { ...at, after });
  return brokenArguments(expression, callee(target, expression), at);
}

/** Arguments stay on a line behind what takes several; the last one is broken where that is enough, and else each stands on a line. */
function brokenArguments({ args }: CallExpression | NewExpression, before: string, at: Place): string {
  const line = joined(args.map(onOneLine), `${before}(`, ')');
  if (line !== undefined && columnAfter(line, at.column) + at.after <= WIDTH) return line;
  return withLastBroken(args, before, at) ?? enclosed(`${before}(`, itemLines(args.map(value => ({ value })), at.indent + STEP), ')', at.indent);
}

/** The other arguments on the line on which the last one begins; undefined where it cannot be broken, or they do not fit. */
function withLastBroken(args: readonly Expression[], before: string, at: Place): string | undefined {
  const last = args.at(-1);
  const begin = joined(args.slice(0, -1).map(onOneLine), `${before}(`, args.length > 1 ? ', ' : '');
  if (!last || begin === undefined || !isHugged(last)) return undefined;
  const column = columnAfter(begin, at.column);
  const text = printExpression(last, { indent: at.indent, column, after: at.after + 1 });
  const [line] = text.split('\n', 1);
  // Calls of one kind stand below each other.
  if (line.endsWith('(') || (isCall(last) && args.slice(0, -1).some(isCall))) return undefined;
  // A text that is too wide in any place may as well begin here.
  const fits = column + line.length <= WIDTH || (args.length === 1 && at.indent + STEP + line.length > WIDTH);
  return fits ? `${begin}${text})` : undefined;
}

function isCall({ kind }: Expression): boolean {
  return kind === 'call' || kind === 'new';
}

/** Whether an expression may be broken after its first bracket, so that what stands before it stays on the line. */
function isHugged(expression: Expression): boolean {
  switch (expression.kind) {
    case 'object': return expression.spread !== undefined || expression.entries.length > 0;
    case 'array': return expression.items.length > 0;
    case 'call':
    case 'new': {
      const last = expression.args.at(-1);
      return last !== undefined && isHugged(last);
    }
    case 'literal': return typeof expression.value === 'string' && isBlock(expression.value);
    default: return false;
  }
}

function enclosed(open: string, lines: readonly string[], close: string, indent: number): string {
  if (lines.length === 0) return `${open}${close}`;
  const inner = ' '.repeat(indent + STEP);
  return [open, ...lines.map(line => `${inner}${line}`), `${' '.repeat(indent)}${close}`].join('\n');
}

function columnAfter(text: string, column: number): number {
  const lineBreak = text.lastIndexOf('\n');
  return lineBreak < 0 ? column + text.length : text.length - lineBreak - 1;
}

function callee(target: string, { method }: CallExpression): string {
  return target === '' ? method : `${target}.${method}`;
}

function scalar(value: null | boolean | number | string): string {
  if (typeof value === 'string') return isBlock(value) ? block(value) : quoted(value);
  return Object.is(value, -0) ? '-0' : String(value);
}

function templateOf(parts: readonly (string | Expression)[]): string {
  const texts = parts.map(part => typeof part === 'string' ? templateText(part) : `\${${lineOf(part)}}`);
  return `\`${texts.join('')}\``;
}

function needsQuotes(entries: ObjectExpression['entries']): boolean {
  return entries.some(({ key }) => !isPlainKey(key));
}

/** `name`, where the value of the key is a name of the same text. */
function shorthandOf({ key, value }: ObjectEntry): string | undefined {
  return value.kind === 'name' && value.text === key && !value.from ? key : undefined;
}

function prefix({ key }: ObjectEntry, quotes: boolean): string {
  // As a plain key it would be the prototype.
  if (key === '__proto__') return '[\'__proto__\']: ';
  return `${quotes ? quoted(key) : key}: `;
}
