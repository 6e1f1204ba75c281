import { isFirstInLine, lineBreakAt, lineEnd, lineStart, nextLine } from './lines';
import { MemberChanges, NewMember } from './member-changes';
import { itemText, pairText } from './new-text';
import { Collection, Member, Page } from './page';
import { PageSplice } from './page-splice';
import { wantedAt } from './wanted-at';
import { writingStyle } from './writing-style';

/**
 * Takes members from a map or list in block style that keeps others, and adds some.
 * @param gone  all that is taken from the document
 */
export function changeBlock(page: Page, { collection, removed, added }: MemberChanges, gone: ReadonlySet<Member>): PageSplice[] {
  const members = collection.items as Member[];
  const runs = runsOf(members, removed);
  return [...runs.map(run => removeRun(page, collection, run)), ...added.map(member => add(page, collection, gone, member))];
}

/** Removed members that follow each other. */
function runsOf(members: readonly Member[], removed: ReadonlySet<Member>): Member[][] {
  const runs: Member[][] = [];
  members.forEach((member, i) => {
    if (!removed.has(member)) return;
    if (i > 0 && removed.has(members[i - 1])) runs[runs.length - 1].push(member);
    else runs.push([member]);
  });
  return runs;
}

/** One of the blank lines around a run goes with it. */
function removeRun(page: Page, collection: Collection, run: readonly Member[]): PageSplice {
  const { text } = page;
  const members = collection.items as Member[];
  const { depth } = page.slotOf(run[0])!;
  const [previous, following] = [members[members.indexOf(run[0]) - 1], members[members.indexOf(run[run.length - 1]) + 1]] as (Member | undefined)[];
  const start = page.startOf(collection, run[0]);
  const end = lineEnd(text, page.endOf(run[run.length - 1]));
  const behind = nextLine(text, end);
  if (!isFirstInLine(text, start)) return { start, end: firstBehind(text, behind), text: '', depth };
  const first = startWithComments(page, collection, run[0], following);
  if (behind === text.length) {
    const from = withBlankLines(text, first, nextLine(text, page.endOf(previous!)));
    return { start: end === behind ? lineEnd(text, from - 1) : from, end: behind, text: '', depth };
  }
  const isGap = isBlankAbove(text, first) && text.slice(behind, lineEnd(text, behind)).trim() === '';
  return { start: first, end: isGap ? nextLine(text, behind) : behind, text: '', depth };
}

/** Where the blank lines above a line begin, as far as a limit. */
function withBlankLines(text: string, line: number, limit: number): number {
  return line > limit && isBlankAbove(text, line) ? withBlankLines(text, lineStart(text, line - 1), limit) : line;
}

function firstBehind(text: string, at: number): number {
  return at + /^\s*/.exec(text.slice(at))![0].length;
}

/** Where the comments above a member begin that belong to it alone, else its line. Those above a group of members are its heading. */
function startWithComments(page: Page, collection: Collection, member: Member, following: Member | undefined): number {
  const { text } = page;
  const column = page.columnIn(collection);
  const own = lineStart(text, page.startOf(collection, member));
  const start = commentsAbove(text, column, own);
  if (start === own || !following || (collection.items[0] !== member && !isBlankAbove(text, start))) return start;
  const next = lineStart(text, page.startOf(collection, following));
  return commentsAbove(text, column, next) < next || isBlankAbove(text, next) ? start : own;
}

/** Where the comment lines begin that stand directly above a line, at a column. */
function commentsAbove(text: string, column: number, line: number): number {
  if (line === 0) return line;
  const above = lineStart(text, line - 1);
  return /^ *#/.exec(text.slice(above, line))?.[0].length === column + 1 ? commentsAbove(text, column, above) : line;
}

function isBlankAbove(text: string, line: number): boolean {
  return line > 0 && text.slice(lineStart(text, line - 1), line).trim() === '';
}

function add(page: Page, collection: Collection, gone: ReadonlySet<Member>, member: NewMember): PageSplice {
  const { text } = page;
  const column = page.columnIn(collection);
  const lines = newText(page, collection, member).split('\n');
  const members = collection.items as Member[];
  const previous = members.slice(0, member.before ?? members.length).filter(other => !gone.has(other)).pop();
  const { depth } = page.slotOf(members[0])!;
  const indented = (end: string): string => lines.map((line, i) => (i === 0 || line === '' ? line : ' '.repeat(column) + line)).join(end);
  if (previous) {
    const at = lineEnd(text, page.endOf(previous, gone));
    const end = lineBreakAt(text, at);
    return { start: at, end: at, text: end + ' '.repeat(column) + indented(end), depth };
  }
  const first = members.find(other => !gone.has(other))!;
  const start = page.startOf(collection, first);
  const at = isFirstInLine(text, start) ? commentsAbove(text, column, lineStart(text, start)) + column : start;
  const end = lineBreakAt(text, at);
  return { start: at, end: at, text: indented(end) + end + ' '.repeat(column), depth };
}

function newText(page: Page, collection: Collection, { key, value }: NewMember): string {
  const style = writingStyle(page, collection);
  const wanted = wantedAt(page, collection, key);
  return key === undefined ? widened(itemText(value, style, wanted), dashWidth(page, collection)) : pairText(key, value, style, wanted);
}

/** How many columns the dash of the first item takes with the spaces behind it. */
function dashWidth(page: Page, collection: Collection): number {
  return /^- +(?=[^\s#])/.exec(page.text.slice(page.startOf(collection, collection.items[0] as Member)))?.[0].length ?? 2;
}

function widened(item: string, width: number): string {
  return item.replace(/^- /, '-'.padEnd(width)).replace(/\n(?=[^\n])/g, '\n'.padEnd(width - 1));
}
