import { isScalar, parseDocument } from 'yaml';

/** A text in which a quoted scalar stands in one line. */
export interface JoinedQuotes {
  /** As long as the text that was given, so that all else stands where it stood. */
  readonly text: string;

  /** What the scalar says. */
  readonly value: string;
}

const DOUBLE_QUOTED = /"[^"\\]*(?:\\[^][^"\\]*)*"/y;
const SINGLE_QUOTED = /'[^']*(?:''[^']*)*'/y;

/**
 * YAML wants the later lines of a quoted scalar indented, kubectl does not care. Puts the scalar in one line; undefined where it is
 * not closed, and where kubectl refuses it too.
 * @param start  of the opening quote
 */
export function joinedQuotes(text: string, start: number): JoinedQuotes | undefined {
  const pattern = text[start] === '"' ? DOUBLE_QUOTED : SINGLE_QUOTED;
  pattern.lastIndex = start;
  const written = pattern.exec(text)?.[0];
  if (!written?.includes('\n') || /\n(?:---|\.\.\.)\s/.test(written)) return undefined;
  const end = start + written.length;
  if (/^[ \t]*:/.test(text.slice(end, end + 200))) return undefined;
  const value = quotedValue(written.replace(/\n/g, '\n '));
  // What the one line says does not matter, but it has to be a scalar that is as long.
  const joined = `'${'x'.repeat(written.length - 2)}'`;
  return value === undefined ? undefined : { value, text: text.slice(0, start) + joined + text.slice(end) };
}

function quotedValue(indented: string): string | undefined {
  const { contents, errors } = parseDocument(indented, { schema: 'failsafe' });
  return errors.length === 0 && isScalar(contents) ? String(contents.value) : undefined;
}
