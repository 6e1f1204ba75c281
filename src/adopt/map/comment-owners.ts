import { isCollection, isMap, isScalar, isSeq, Node, Scalar } from 'yaml';
import { CommentLine, commentLinesOf } from './comment-lines';
import { FieldPath, SourceDocument } from '../../manifest';
import { keyText } from '../../manifest/tree-value';

/** A comment, and what it is about. */
export interface OwnedComment extends CommentLine {
  /** The field or item from the root of the document, which has the comment as its own or at its end. */
  readonly path: FieldPath;
}

/**
 * The comments of a document, each with the field that it is about. A line alone is about what begins below it, or closes what it is indented in.
 * What stands behind something is about what begins on the line, or else ends on it. Of what begins or ends on one line it is the outermost.
 */
export function ownedComments(document: SourceDocument): OwnedComment[] {
  const begins = beginsIn(document);
  const onLine = outermostBy(begins, ({ lines }) => lines.slice(0, 1));
  const further = outermostBy(begins, ({ lines }) => lines.slice(1));
  let next = 0;
  return commentLinesOf(document).map((comment) => {
    while (next < begins.length && begins[next].offset < comment.offset) next++;
    const below = next < begins.length ? onLine.get(begins[next].lines[0]) : undefined;
    const beside = comment.isAlone ? undefined : onLine.get(comment.line) ?? further.get(comment.line) ?? below;
    const above = comment.isAlone && below && comment.column <= below.column ? below : undefined;
    return { ...comment, path: (beside ?? above ?? enclosing(comment, begins[next - 1]))?.path ?? [] };
  });
}

/** Where a field or an item stands. */
interface Begin {
  readonly path: FieldPath;

  /** Where it begins in the file. */
  readonly offset: number;

  /** The column, for an item one between its dash and what is in it. */
  readonly column: number;

  /** What it lies in. */
  readonly around?: Begin;

  /** The line on which it begins, and then those on which its value begins and ends. */
  readonly lines: readonly number[];
}

/** What begins in a document, in its order. What an alias stands for is where its anchor is. */
function beginsIn(document: SourceDocument): Begin[] {
  const { root, part } = document.tree;
  const begins: Begin[] = [];
  const add = (path: FieldPath, { key, value, around }: { readonly key?: unknown; readonly value: unknown; readonly around?: Begin }): void => {
    const [start] = ((key ?? value) as Node | null)?.range ?? [];
    if (start === undefined) return;
    const { line, column } = document.between(start, start);
    const isItem = typeof path.at(-1) === 'number';
    const lines = [line, ...linesOf(value as Node | null, document)];
    const begin: Begin = { path, offset: part.offset + start, column: isItem ? column - 1 : column, around, lines };
    begins.push(begin);
    if (isMap(value)) for (const pair of value.items) add([...path, keyText(pair.key) ?? ''], { ...pair, around: begin });
    if (isSeq(value)) value.items.forEach((item, i) => add([...path, i], { value: item, around: begin }));
  };
  add([], { value: root });
  return begins;
}

/** The lines on which a value begins and ends. What has no brackets begins and ends with what is in it, and a block of text below its comment. */
function linesOf(value: Node | null, document: SourceDocument): number[] {
  if (!value?.range || (isCollection(value) && value.flow !== true)) return [];
  const { line, endLine } = document.between(value.range[0], value.range[1]);
  return isScalar(value) && BLOCKS.has(value.type) ? [line] : [line, endLine];
}

const BLOCKS: ReadonlySet<string | undefined> = new Set([Scalar.BLOCK_FOLDED, Scalar.BLOCK_LITERAL]);

function outermostBy(begins: readonly Begin[], linesOfBegin: (begin: Begin) => readonly number[]): Map<number, Begin> {
  const outermost = new Map<number, Begin>();
  for (const begin of begins) {
    for (const line of linesOfBegin(begin)) {
      if (begin.path.length < (outermost.get(line)?.path.length ?? Infinity)) outermost.set(line, begin);
    }
  }
  return outermost;
}

/** What a line is indented in: of the last that begins above it, or of what is around that, the innermost that begins further left. */
function enclosing({ column }: Pick<CommentLine, 'column'>, above: Begin | undefined): Begin | undefined {
  return above && above.column >= column ? enclosing({ column }, above.around) : above;
}
