import { isPair, Scalar } from 'yaml';
import { withPart } from './edited-value';
import { columnOf, lineBreakAt, lineStart } from './lines';
import { Page, Slot } from './page';
import { PageSplice } from './page-splice';
import { replaceValue } from './replace-splice';
import { PartChange } from './tree-changes';
import { readText, valueAt, WrittenScalar } from '../../manifest';

/** Replaces parts of a text where they are written; where they cannot be found there, the whole text in its style. */
export function replaceParts(page: Page, slot: Slot, parts: readonly PartChange[]): PageSplice[] {
  const scalar = slot.node as Scalar.Parsed;
  const fromTheEnd = [...parts].sort((a, b) => b.offset - a.offset);
  const value = fromTheEnd.reduce((text, part) => withPart(text, part, part.value), scalar.source);
  if (value === scalar.source) return [];
  const [start, end] = scalar.range;
  const written = page.text.slice(start, end);
  const found = fromTheEnd.map(part => partIn(scalar, written, part, page.text, start));
  if (found.some(range => range === undefined)) return replaceValue(page, slot, value);
  const splices = found.map(range => ({ start: start + range!.start, end: start + range!.end, text: range!.text, depth: slot.depth }));
  const changed = found.reduce((text, range) => text.slice(0, range!.start) + range!.text + text.slice(range!.end), written);
  return readAgain(page, slot, changed) === value ? splices : replaceValue(page, slot, value);
}

/** A part of a written scalar and what replaces it. */
interface WrittenPart {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function partIn(scalar: Scalar.Parsed, written: string, { offset, length, value }: PartChange, text: string, at: number): WrittenPart | undefined {
  const lines = new WrittenScalar(written, scalar);
  const wanted = scalar.source.slice(offset, offset + length).split('\n');
  const start = lines.offsetOf(offset, wanted[0]);
  const last = wanted[wanted.length - 1];
  const end = wanted.length === 1 ? start : lines.offsetOf(offset + length - last.length, last);
  if (start === undefined || end === undefined) return undefined;
  return { start, end: end + last.length, text: escaped(scalar, value, lineBreakAt(text, at) + ' '.repeat(columnOfContent(text, at + start))) };
}

function escaped({ type }: Scalar.Parsed, value: string, lineBreak: string): string {
  if (type === 'QUOTE_DOUBLE') return JSON.stringify(value).slice(1, -1);
  return type === 'QUOTE_SINGLE' ? value.replace(/'/g, '\'\'') : value.split('\n').join(lineBreak);
}

function columnOfContent(text: string, at: number): number {
  return /^ */.exec(text.slice(lineStart(text, at), at))![0].length;
}

/** What a scalar in a place says when it is written so. */
function readAgain(page: Page, { parent, member }: Slot, written: string): unknown {
  const indent = ' '.repeat(parent.flow ? 0 : columnOf(page.text, page.startOf(parent, member)));
  const text = parent.flow ? `k: [${written}]\n` : `${indent}${isPair(member) ? 'k:' : '-'} ${written}\n`;
  const [document] = readText('', text).documents;
  return document && valueAt(document.value, parent.flow ? ['k', 0] : [isPair(member) ? 'k' : 0]);
}

