import { Lexer } from 'yaml';
import { SourceDocument } from '../../manifest';

/** A comment of a file. */
export interface CommentLine {
  readonly text: string;

  /** Where it begins in the file. */
  readonly offset: number;
  readonly line: number;
  readonly column: number;

  /** Whether it is alone on its line. */
  readonly isAlone: boolean;
}

/** The comments of a document, with those around it that are in no other; those without words are left out. */
export function commentLinesOf(document: SourceDocument): CommentLine[] {
  const { start, end } = surroundings(document);
  const comments: CommentLine[] = [];
  let offset = start;
  for (const token of new Lexer().lex(document.text.slice(start, end).replace(LATER_MARKS, '\n'))) {
    if (MARKS.has(token)) continue;
    const text = token.startsWith('#') ? token.replace(/^#+\s?/, '').trimEnd() : '';
    if (text !== '') comments.push(commentAt(document, offset, text));
    offset += token.length;
  }
  return comments;
}

/** What the lexer puts before documents, scalars and errors, beside what is in the text. */
const MARKS: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f']);

function commentAt(document: SourceDocument, offset: number, text: string): CommentLine {
  const inPart = offset - document.tree.part.offset;
  const { line, column } = document.between(inPart, inPart);
  return { text, offset, line, column, isAlone: document.text.slice(offset - column + 1, offset).trim() === '' };
}

/** Byte order marks of files that were put behind another; the lexer knows none but the first. */
const LATER_MARKS = /^\ufeff/gm;

/** A line that begins or ends a document, and holds nothing of it. */
const BORDER = /^\ufeff?(?:---(?:[ \t]+[!&][^\s#]*)*|\.\.\.)[ \t]*(?:#.*)?\r?$/;

/** A line without anything of a document. */
const EMPTY = /^\ufeff?[ \t]*(?:#.*)?\r?$|^%/;

/** A document with what stands above it since the border of the one before, and behind it up to its own; the last one has the rest of the file. */
function surroundings({ text, tree: { root, part } }: SourceDocument): { readonly start: number; readonly end: number } {
  const [first, last] = root?.range ?? [0, 0];
  return { start: startAbove(text, part.offset + first), end: endBelow(text, part.offset + last) };
}

function startAbove(text: string, offset: number): number {
  let border: number | undefined;
  for (let at = lineStart(text, offset); at > 0; at = lineStart(text, at - 1)) {
    const line = text.slice(lineStart(text, at - 1), at - 1);
    if (BORDER.test(line)) border = lineStart(text, at - 1);
    else if (!EMPTY.test(line)) return border ?? at;
  }
  return 0;
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

function endBelow(text: string, offset: number): number {
  let border: number | undefined;
  // What ends with a line end lies above the line that begins there.
  for (let at = text.indexOf('\n', Math.max(0, offset - 1)) + 1; at > 0; at = text.indexOf('\n', at) + 1) {
    const next = text.indexOf('\n', at);
    const line = text.slice(at, next < 0 ? undefined : next);
    if (BORDER.test(line)) border ??= at;
    else if (!EMPTY.test(line)) return border ?? text.length;
  }
  return text.length;
}
