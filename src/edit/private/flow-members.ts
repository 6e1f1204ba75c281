import { inLinesOf, isFirstInLine, lineBreakAt, lineEnd, lineStart, nextLine } from './lines';
import { MemberChanges, NewMember } from './member-changes';
import { flowPairText, flowText } from './new-text';
import { Collection, Member, Page } from './page';
import { PageSplice } from './page-splice';
import { wantedAt } from './wanted-at';
import { writingStyle } from './writing-style';
import { groupBy } from '../../manifest';

/** Takes members from a map or list in flow style that keeps others, and adds some. */
export function changeFlow(page: Page, { collection, removed, added }: MemberChanges): PageSplice[] {
  const members = collection.items as Member[];
  const lastKept = members.filter(member => !removed.has(member)).pop()!;
  const inner = members.slice(0, members.indexOf(lastKept)).filter(member => removed.has(member));
  const previous = (before = members.length): Member | undefined => members.slice(0, before).filter(member => !removed.has(member)).pop();
  return [
    ...inner.map(member => removeWithComma(page, collection, member)),
    ...removeEnd(page, collection, lastKept),
    ...[...groupBy(added, ({ before }) => previous(before))].flatMap(([behind, group]) => add(page, collection, behind, group)),
  ];
}

/** A member before one that is kept goes with the comma behind it. */
function removeWithComma(page: Page, collection: Collection, member: Member): PageSplice {
  const { text } = page;
  const members = collection.items as Member[];
  const { depth } = page.slotOf(member)!;
  const start = page.startOf(collection, member);
  const behind = commaBehind(text, page.endOf(member)) + 1;
  if (isFirstInLine(text, start) && isLastInLine(text, behind)) return { start: lineStart(text, start), end: nextLine(text, behind), text: '', depth };
  return { start, end: page.startOf(collection, members[members.indexOf(member) + 1]), text: '', depth };
}

/** The members behind the last that is kept go with the comma before them, or with that behind them if there is one. */
function removeEnd(page: Page, collection: Collection, lastKept: Member): PageSplice[] {
  const { text } = page;
  const members = collection.items as Member[];
  const gone = members.slice(members.indexOf(lastKept) + 1);
  if (gone.length === 0) return [];
  const { depth } = page.slotOf(lastKept)!;
  const keptEnd = page.endOf(lastKept);
  const comma = commaBehind(text, keptEnd);
  const end = page.endOf(gone[gone.length - 1]);
  const endComma = commaBehind(text, end);
  const hasEndComma = text[endComma] === ',';
  const behind = hasEndComma ? endComma + 1 : end;
  if (!isLastInLine(text, comma + 1) || !isLastInLine(text, behind)) return [{ start: keptEnd, end, text: '', depth }];
  const lines = { start: lineEnd(text, comma), end: lineEnd(text, behind), text: '', depth };
  return hasEndComma ? [lines] : [{ start: comma, end: comma + 1, text: '', depth }, lines];
}

/** Where the next comma stands, if there is one: behind white space and comments. */
function commaBehind(text: string, at: number): number {
  return at + /^(?:\s|#[^\n]*\n)*/.exec(text.slice(at))![0].length;
}

/** Whether white space and a comment alone stand behind an offset in its line. */
function isLastInLine(text: string, at: number): boolean {
  return /^[ \t]*(?:#[^\n]*|\r)?(?:\n|$)/.test(text.slice(at));
}

/** Adds members behind one, or at the begin. */
function add(page: Page, collection: Collection, previous: Member | undefined, added: readonly NewMember[]): PageSplice[] {
  const { text } = page;
  const members = collection.items as Member[];
  const { depth } = page.slotOf(members[0])!;
  const between = separator(page, collection);
  const texts = added.map(member => newText(page, collection, member));
  const splice = (at: number, inserted: string): PageSplice => ({ start: at, end: at, text: inserted, depth });
  if (!previous) return [splice(page.startOf(collection, members[0]), texts.map(one => `${one},${between}`).join(''))];
  const end = page.endOf(previous);
  const comma = commaBehind(text, end);
  const hasComma = text[comma] === ',';
  const behind = hasComma ? comma + 1 : end;
  if (!between.includes('\n') || !isLastInLine(text, behind)) return [splice(end, texts.map(one => `,${between}${one}`).join(''))];
  const lines = splice(lineEnd(text, behind), texts.map(one => between + one).join(',') + (hasComma ? ',' : ''));
  return hasComma ? [lines] : [splice(end, ','), lines];
}

/** What stands between a comma and the next member. */
function separator(page: Page, collection: Collection): string {
  const { text } = page;
  const members = collection.items as Member[];
  const first = page.startOf(collection, members[0]);
  if (isFirstInLine(text, first)) return lineBreakAt(text, first - 1) + text.slice(lineStart(text, first), first);
  if (members.length === 1) return ' ';
  const second = page.startOf(collection, members[1]);
  return text[second - 1] === ',' ? '' : ' ';
}

function newText(page: Page, collection: Collection, { key, value }: NewMember): string {
  const style = writingStyle(page, collection);
  const wanted = wantedAt(page, collection, key);
  const text = key === undefined ? flowText(value, style, wanted) : flowPairText(key, value, style, wanted);
  return inLinesOf(page.text, page.startOf(collection, collection.items[0] as Member), text);
}
