import { Position } from './position';

/** The text of a file, with its lines. */
export class SourceText {
  private starts?: readonly number[];

  constructor(readonly file: string, readonly text: string) {}

  /** The position of a part of the text, as far as it lies in the text. */
  between(start: number, end: number): Position {
    const from = this.at(Math.min(start, this.text.length));
    const to = this.at(Math.min(end, this.text.length));
    return { file: this.file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }

  private at(offset: number): { readonly line: number; readonly column: number } {
    const starts = this.starts ??= startsOfLines(this.text);
    const line = lineAt(starts, offset);
    return { line: line + 1, column: offset - starts[line] + 1 };
  }
}

/** Where each line of a text begins. */
export function startsOfLines(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line, counted from 0, that an offset lies in. */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (starts[middle] <= offset) low = middle;
    else high = middle;
  }
  return low;
}
