import { Lexer } from 'yaml';
import { Edit, planEdits, Splice } from '../../edit';
import { SourceDocument } from '../../manifest';
import { Correction } from '../correction';

/** A correction, or a decision where it would take comments away that people wrote. */
export function keepComments(correction: Correction): Correction {
  if ('decide' in correction || !correction.edits.some(takesAway)) return correction;
  const splices = planEdits(correction.edits).splices.filter(({ start, end }) => end > start);
  const documents = new Set(correction.edits.map(({ at }) => at.object.document));
  const lines = [...documents].flatMap(document => linesOfLost(document, splices));
  if (lines.length === 0) return correction;
  const which = lines.length > 1 ? `comments in lines ${lines.join(', ')}` : `comment in line ${lines[0]}`;
  return { decide: `move or delete the ${which} first: correcting it would take ${lines.length > 1 ? 'them' : 'it'} away` };
}

function takesAway({ kind, at: { object, path } }: Edit): boolean {
  return kind === 'remove' || (kind === 'replace' && typeof object.get(...path) === 'object');
}

/** The lines of comments that stand in what replacements take out. */
function linesOfLost(document: SourceDocument, splices: readonly Splice[]): number[] {
  const { part } = document.tree;
  const own = splices.filter(({ file, start, end }) => file === document.file && document.text.slice(start, end).includes('#'));
  if (own.length === 0) return [];
  return commentsIn(part.text)
    .filter(at => own.some(({ start, end }) => start <= at + part.offset && at + part.offset < end))
    .map(at => document.between(at, at).line);
}

/** Tokens that stand for no text. */
const MARKS: readonly string[] = ['\x02', '\x18', '\x1f'];

/** Where the comments of a text begin. */
function commentsIn(text: string): number[] {
  const comments: number[] = [];
  let at = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (!isScalar && token.startsWith('#')) comments.push(at);
    isScalar = token === '\x1f';
    if (!MARKS.includes(token)) at += token.length;
  }
  return comments;
}
