/** A replacement of a part of a file's text. */
export interface Splice {
  readonly file: string;

  /** Where it begins in the text without byte order mark, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text after replacements, which may not overlap; those that insert at one place keep their order. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const ordered = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const splice of ordered) {
    if (splice.start < at) throw new RangeError(`replacements overlap at ${splice.start} of ${splice.file}`);
    result += text.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return result + text.slice(at);
}

/** All replacements of some changes, those that are equal once. */
export function distinct(changes: readonly { readonly splices: readonly Splice[] }[]): Splice[] {
  return [...new Map(changes.flatMap(({ splices }) => splices).map(splice => [spliceIdentity(splice), splice])).values()];
}

/** The same text for replacements that are equal. */
export function spliceIdentity({ file, start, end, text }: Splice): string {
  return JSON.stringify([file, start, end, text]);
}
