import { Lexer } from 'yaml';
import { FieldPath, fieldsOf, listOf, ManifestObject, objectOf, SourceDocument } from '../../manifest';

/**
 * The comments of the file that belong to a field or to an item of a list: the lines right above it, and what stands behind it on its line. Of
 * what begins on one line the outermost has them.
 */
export function commentsOf(object: ManifestObject, path: FieldPath): readonly string[] {
  if (!isOutermost(object, path)) return [];
  const { comments } = sourceOf(object.document);
  const { line } = object.position(path, { part: 'key' });
  return [...above(comments, line), ...behind(comments, object, path, line)].map(({ text }) => text).filter(text => text !== '');
}

/** The same, and those of all that lies in it: for what becomes one expression. */
export function commentsWithin(object: ManifestObject, path: FieldPath): readonly string[] {
  const value = object.get(...path);
  const inner = Array.isArray(value) ? [...listOf(value).keys()] : fieldsOf(objectOf(value) ?? {}).map(([key]) => key);
  return [...commentsOf(object, path), ...inner.flatMap(step => commentsWithin(object, [...path, step]))];
}

interface SourceComment {
  readonly text: string;

  /** Whether it is alone on its line. */
  readonly isAlone: boolean;
}

/** The part of a file that a document stands in. */
interface Source {
  /** The number of its first line. */
  readonly first: number;
  readonly lines: readonly string[];

  /** By the number of the line. */
  readonly comments: ReadonlyMap<number, SourceComment>;
}

const SOURCES = new WeakMap<SourceDocument, Source>();

function sourceOf(document: SourceDocument): Source {
  const known = SOURCES.get(document);
  if (known) return known;
  const { text } = document.tree.part;
  const { line: first } = document.between(0, 0);
  const lines = text.split('\n');
  const source = { first, lines, comments: commentsIn(text, document) };
  SOURCES.set(document, source);
  return source;
}

/** What the lexer puts before documents, scalars and errors, beside what is in the text. */
const MARKS: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f']);

function commentsIn(text: string, document: SourceDocument): Map<number, SourceComment> {
  const comments = new Map<number, SourceComment>();
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    if (MARKS.has(token)) continue;
    if (token.startsWith('#')) {
      const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
      comments.set(document.between(offset, offset).line, { text: token.replace(/^#+\s?/, '').trimEnd(), isAlone: before.trim() === '' });
    }
    offset += token.length;
  }
  return comments;
}

function above(comments: Source['comments'], line: number): SourceComment[] {
  const comment = comments.get(line - 1);
  return comment?.isAlone ? [...above(comments, line - 1), comment] : [];
}

function behind(comments: Source['comments'], object: ManifestObject, path: FieldPath, line: number): SourceComment[] {
  const { endLine, endColumn } = object.position(path);
  // A text may end on another line than it begins on. A block of text ends where the next line begins.
  const isText = typeof object.get(...path) !== 'object' && endColumn > 1;
  return [...new Set([line, ...isText ? [endLine] : []])].flatMap((one) => {
    const comment = comments.get(one);
    return comment && !comment.isAlone ? [comment] : [];
  });
}

/** Whether nothing around a field or an item begins on its line. */
function isOutermost(object: ManifestObject, path: FieldPath): boolean {
  if (path.length === 0) return true;
  const { first, lines } = sourceOf(object.document);
  const { line, column } = object.position(path, { part: 'key' });
  const before = (lines[line - first] ?? '').slice(0, column - 1);
  if (typeof path[path.length - 1] === 'number') return /^\s*(?:-\s+)?$/.test(before);
  // A first field begins where its object does.
  return /^\s*$/.test(before) && object.position(path.slice(0, -1), { part: 'key' }).line !== line;
}
