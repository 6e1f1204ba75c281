import { Scalar } from 'yaml';
import { lineAt, startsOfLines } from './source-text';

/** Where a text that is written with escape sequences or folded lines is longer, its parts are not looked for: each search reads it whole. */
const SEARCHED = 20_000;

/** A scalar in its written form, for finding where the parts of its value stand. */
export class WrittenScalar {
  private valueLines?: readonly number[];
  private writtenLines?: readonly number[];

  /** @param written  from the quote or header to the end */
  constructor(private readonly written: string, private readonly scalar: Pick<Scalar.Parsed, 'source' | 'type'>) {}

  /**
   * Where a part of the value stands in the written form.
   * @param offset  where the part begins in the value
   * @param part  text of the part, of one line
   * @returns undefined where it is not written as it is read, with escape sequences or folded lines
   */
  offsetOf(offset: number, part: string): number | undefined {
    const { written, scalar: { type, source } } = this;
    if (part === '') return undefined;
    if (type === 'BLOCK_LITERAL') return this.inBlock(offset, part);
    const direct = offset + (type === 'PLAIN' ? 0 : 1);
    if (written.startsWith(part, direct)) return direct;
    if (written.length > SEARCHED) return undefined;
    const at = nthIndexOf(written, part, source.slice(0, offset).split(part).length);
    return at < 0 ? undefined : at;
  }

  /** Each line of a literal block is a line of the file, behind the header and with the indentation before it. */
  private inBlock(offset: number, part: string): number | undefined {
    const { written, scalar: { source } } = this;
    const lines = this.valueLines ??= startsOfLines(source);
    const inWritten = this.writtenLines ??= startsOfLines(written);
    const line = lineAt(lines, offset);
    const value = lineOf(source, lines, line);
    const text = lineOf(written, inWritten, line + 1).replace(/\r$/, '');
    const at = inWritten[line + 1] + text.length - value.length + offset - lines[line];
    return written.startsWith(part, at) ? at : undefined;
  }
}

/** The text of a line, without its end. */
function lineOf(text: string, starts: readonly number[], line: number): string {
  return text.slice(starts[line], line + 1 < starts.length ? starts[line + 1] - 1 : undefined);
}

function nthIndexOf(text: string, part: string, n: number): number {
  let at = -1;
  for (let i = 0; i < n; i++) {
    at = text.indexOf(part, at + 1);
    if (at < 0) return -1;
  }
  return at;
}
