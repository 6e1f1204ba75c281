import { isScalar, LineCounter, parseAllDocuments, Scalar, visit } from 'yaml';
import { groupBy } from '../../../src/manifest';

/** A text of manifests with comments that it did not have. */
export interface Commented {
  readonly text: string;

  /** What each of the comments says. */
  readonly comments: readonly string[];
}

/** Where a comment is put. */
export interface CommentPlace {
  /** The number of a line, counted from 0. */
  readonly line: number;
  readonly kind: 'above' | 'behind';

  /** The spaces before what stands above a line. */
  readonly indent: number;
}

/** All lines of a text that may have a comment above or behind them; above, it is indented as the line is, or as the one before. */
export function commentPlaces(text: string): CommentPlace[] {
  const inside = insideOfTexts(text);
  // The parser refuses a comment at the first column behind a bracket.
  const least = /^[{[]/m.test(text) ? 1 : 0;
  const indentOf = (content: string) => Math.max(least, /^\s*(?:-\s+)*/.exec(content)![0].length);
  return text.split('\n').flatMap((content, line, all): CommentPlace[] => inside.has(line) ? [] : [
    ...content.trim() === '' ? [] : [{ line, kind: 'above' as const, indent: indentOf(content) }],
    ...line === 0 || inside.has(line - 1) ? [] : [{ line, kind: 'above' as const, indent: indentOf(all[line - 1]) }],
    ...content.trim() === '' || inside.has(line + 1) ? [] : [{ line, kind: 'behind' as const, indent: 1 }],
  ]);
}

/** The text with a comment of its own at each place. */
export function withComments(text: string, places: readonly CommentPlace[], name = 'zq'): Commented {
  const comments = places.map((_, i) => `${name}${i}z`);
  const written = groupBy(places.map(({ line, kind, indent }, i) => ({ key: `${kind} ${line}`, text: `${' '.repeat(indent)}# ${comments[i]}` })), ({ key }) => key);
  const at = (key: string): string[] => (written.get(key) ?? []).map(comment => comment.text);
  const lines = text.split('\n').flatMap((content, line) => [...at(`above ${line}`), `${content.trimEnd()}${at(`behind ${line}`).join('')}`]);
  return { text: lines.join('\n'), comments };
}

/** The lines that go on with a text which began on one before. */
function insideOfTexts(text: string): Set<number> {
  const lines = new LineCounter();
  const lineOf = (offset: number) => lines.linePos(offset).line - 1;
  const inside = new Set<number>();
  for (const document of parseAllDocuments(text, { lineCounter: lines })) {
    if (!('errors' in document)) continue;
    visit(document, (_, node) => {
      if (!isScalar(node) || !node.range) return;
      const isBlock = node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL;
      const last = lineOf(node.range[1]) - (isBlock && text[node.range[1] - 1] === '\n' ? 1 : 0);
      for (let line = lineOf(node.range[0]) + 1; line <= last; line++) inside.add(line);
    });
  }
  return inside;
}
