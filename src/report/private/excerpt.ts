import { holdsSecret } from './holds-secret';
import { credentialIn } from '../../address/private/credentials';
import { Position } from '../../manifest';

/** Columns of a line that are shown around the place. */
const WIDTH = 120;

/** A line of a source, and what marks the place below it. */
export interface Excerpt {
  readonly line: string;
  readonly marker: string;
}

/** Excerpts of files, each of which is cut into lines once. */
export class Excerpts {
  private readonly files = new Map<string, readonly string[]>();

  constructor(private readonly sourceOf: (file: string) => string | undefined) {}

  /** The line of a place with a caret below it; undefined where there is none, or it could show a Secret's value or another credential. */
  of(position: Position): Excerpt | undefined {
    const source = this.lines(position.file)[position.line - 1];
    return !source?.trim() || credentialIn('', source) ? undefined : excerpt(source, position);
  }

  private lines(file: string): readonly string[] {
    const known = this.files.get(file);
    if (known) return known;
    const text = this.sourceOf(file);
    const lines = text === undefined || holdsSecret(text) ? [] : text.split(/\r?\n/);
    this.files.set(file, lines);
    return lines;
  }
}

function excerpt(source: string, { line, column, endLine, endColumn }: Position): Excerpt {
  const end = endLine === line ? Math.max(endColumn, column + 1) : source.length + 1;
  const start = Math.max(0, Math.min(column - 1 - WIDTH / 2, source.length - WIDTH));
  const shown = source.slice(start, start + WIDTH);
  const before = shown.slice(0, column - 1 - start);
  const marked = Math.max(1, Math.min(end - column, shown.length - before.length));
  return {
    line: `${start > 0 ? '…' : ''}${visible(shown)}${start + WIDTH < source.length ? '…' : ''}`,
    marker: `${start > 0 ? ' ' : ''}${before.replace(/[^\t]/g, ' ')}^${'~'.repeat(marked - 1)}`,
  };
}

/** The text without characters that a terminal would obey. */
export function visible(text: string): string {
  return text.replace(/[^\P{Cc}\t]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
