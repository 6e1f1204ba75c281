/** A part of a stream that begins at a `---`. */
export interface StreamPart {
  readonly text: string;

  /** Where it begins in the stream. */
  readonly offset: number;
}

const SEPARATOR = /^\ufeff?---(?=[ \t\r\n]|$)/gm;

/** A byte order mark where a file begins that was put behind another, with or without the separator before it. */
const LATER_MARK = /^(?:---[ \t]*\r?\n)?\ufeff/;

/**
 * The parts of a YAML stream. Like kubectl it cuts before parsing: `---` at the begin of a line ends whatever stands before it, so
 * that a fault in one document does not reach the next. A byte order mark at the begin of a part is left out.
 */
export function splitStream(stream: string): StreamPart[] {
  const parts: StreamPart[] = [];
  let start = 0;
  for (const { index } of stream.matchAll(SEPARATOR)) {
    const text = stream.slice(start, index);
    if (isDirectives(text)) continue;
    if (start !== index) parts.push(withoutMark({ text, offset: start }));
    start = index;
  }
  return [...parts, withoutMark({ text: stream.slice(start), offset: start })];
}

function withoutMark({ text, offset }: StreamPart): StreamPart {
  const length = LATER_MARK.exec(text)?.[0].length ?? 0;
  return { text: text.slice(length), offset: offset + length };
}

/** Directives such as `%YAML 1.1` belong to the document behind the separator. */
function isDirectives(text: string): boolean {
  return /^%/m.test(text) && text.split('\n').every(line => /^(%|#|\s*$)/.test(line));
}
