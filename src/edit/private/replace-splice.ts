import { isPair, isScalar, Scalar } from 'yaml';
import { columnOf, inLinesOf, lineBreakAt, lineEnd } from './lines';
import { flowText, itemText, textBehindKey } from './new-text';
import { Page, Slot } from './page';
import { PageSplice } from './page-splice';
import { wantedAt } from './wanted-at';
import { writingStyle } from './writing-style';
import { Json, plainScalar } from '../../manifest';

/** Tags of scalars that are no text. */
const NO_TEXT = /:(?:int|float|bool|null|binary)$/;

const ANCHORS_AND_TAGS = /^(?:[ \t]+[&!][^\s,[\]{}]*)+/;

/**
 * Puts a value where another stands. Scalars keep their style where the value allows it; comments and anchors stay.
 * @param key  that the pair will have
 */
export function replaceValue(page: Page, slot: Slot, value: Json, key?: string): PageSplice[] {
  const { parent, node, depth } = slot;
  const style = writingStyle(page, parent);
  const wanted = { ...wantedAt(page, parent, key ?? keyOf(slot)), type: keptType(slot, value) };
  const behind = parent.flow && !isPair(slot.member) ? node!.range![0] : page.behindIndicator(slot);
  const splice = (start: number, end: number, text: string): PageSplice => ({ start, end, text, depth });
  const tag = isTagKept(slot, value) ? undefined : tagIn(page, slot, behind);
  const untagged = tag ? [splice(tag.start, tag.end, '')] : [];
  if (parent.flow) return [...untagged, inFlow(slot, behind, inLinesOf(page.text, behind, flowText(value, style, wanted)))];
  const content = typeof value === 'string' ? contentStep(page, slot) : undefined;
  const isItem = content === undefined && !isPair(slot.member);
  const added = isItem ? itemText(value, style, wanted).slice(1) : textBehindKey(value, { ...style, mapStep: content ?? style.mapStep }, wanted);
  const splices = [...untagged, ...inBlock(page, slot, behind, newLines(page, slot, behind, added))];
  return splices.filter(({ start, end, text }) => start < end || text !== '');
}

/** New text behind an indicator: what stands in its line, and the lines below it. */
interface NewLines {
  readonly first: string;
  readonly below: string;
}

function newLines(page: Page, { parent, member }: Slot, behind: number, text: string): NewLines {
  const [first, ...below] = text.split('\n');
  const indent = ' '.repeat(columnOf(page.text, page.startOf(parent, member)));
  const end = lineBreakAt(page.text, behind);
  return { first, below: below.map(line => `${end}${line === '' ? '' : indent}${line}`).join('') };
}

/** How much deeper than its key or dash the lines of a block of text stand. */
function contentStep(page: Page, { parent, member, node }: Slot): number | undefined {
  if (!isScalar(node) || !node.type?.startsWith('BLOCK')) return undefined;
  const content = /^[^\n]*\n\s*?( *)\S/.exec(page.text.slice(node.range![0], node.range![1]));
  return content ? content[1].length - columnOf(page.text, page.startOf(parent, member)) : undefined;
}

function inBlock(page: Page, slot: Slot, behind: number, { first, below }: NewLines): PageSplice[] {
  const { text } = page;
  const { node, depth } = slot;
  const splice = (start: number, end: number, replacement: string): PageSplice => ({ start, end, text: replacement, depth });
  const header = behind + (ANCHORS_AND_TAGS.exec(text.slice(behind, lineEnd(text, behind)))?.[0].length ?? 0);
  const start = node ? node.range![0] : behind;
  const end = node ? page.endOf(node) : behind;
  const endOfHeader = lineEnd(text, behind);
  const isInPlace = first !== '' && (below === '' || isPair(slot.member) || first.trimStart().startsWith('|'));
  if (start === end) return [splice(header, header, first), splice(endOfHeader, endOfHeader, below)];
  if (isScalar(node) && node.type?.startsWith('BLOCK')) {
    const mark = /^\S+/.exec(text.slice(start))![0].length;
    return [isInPlace ? splice(start, start + mark, first.trimStart()) : splice(header, start + mark, first), splice(endOfHeader, end, below)];
  }
  if (start > endOfHeader && (below !== '' || !isScalar(node))) return [splice(header, header, first), splice(endOfHeader, lineEnd(text, end), below)];
  const endOfLine = lineEnd(text, end);
  return [isInPlace ? splice(start, end, first.trimStart()) : splice(header, end, first), splice(endOfLine, endOfLine, below)];
}

function inFlow({ member, node, depth }: Slot, behind: number, text: string): PageSplice {
  if (node && node.range![0] < node.range![1]) return { start: node.range![0], end: node.range![1], text, depth };
  return { start: behind, end: behind, text: isPair(member) && member.value === null ? `: ${text}` : ` ${text}`, depth };
}

/** The style of a scalar, for a text that replaces a text. */
function keptType({ node }: Slot, value: Json): Scalar.Type | undefined {
  const isText = isScalar(node) && (node.type !== 'PLAIN' || plainScalar(node.source as string) === node.source);
  return isText && typeof value === 'string' ? node.type as Scalar.Type : undefined;
}

function isTagKept({ node }: Slot, value: Json): boolean {
  return node?.tag === undefined || (isScalar(node) && typeof value === 'string' && !NO_TEXT.test(node.tag));
}

function tagIn(page: Page, { parent, member, node }: Slot, behind: number): { readonly start: number; readonly end: number } | undefined {
  const from = parent.flow ? page.startOf(parent, member) : behind;
  const found = /[ \t]*(?<![^\s])!\S*/.exec(page.text.slice(from, node!.range![0]));
  return found ? { start: from + found.index, end: from + found.index + found[0].length } : undefined;
}

function keyOf({ member }: Slot): string | undefined {
  return isPair(member) && isScalar(member.key) ? member.key.source : undefined;
}
