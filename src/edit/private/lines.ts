/** Where the line of an offset begins. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  if (found < 0) return text.length;
  return found > 0 && text[found - 1] === '\r' ? found - 1 : found;
}

/** Where the line behind that of an offset begins; the end of the text where there is none. */
export function nextLine(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found + 1;
}

/** How far from the begin of its line an offset is. */
export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

/** The line break at the end of the line of an offset; that of a line before where it is the last. */
export function lineBreakAt(text: string, at: number): string {
  const behind = text.indexOf('\n', at);
  const found = behind < 0 ? text.lastIndexOf('\n') : behind;
  return found > 0 && text[found - 1] === '\r' ? '\r\n' : '\n';
}

/** Whether nothing but white space stands before an offset in its line. */
export function isFirstInLine(text: string, at: number): boolean {
  return text.slice(lineStart(text, at), at).trim() === '';
}

/** A text of several lines that is to stand at an offset, with the line breaks and the indentation of the line there. */
export function inLinesOf(text: string, at: number, added: string): string {
  const indent = /^[ \t]*/.exec(text.slice(lineStart(text, at), at))![0];
  return added.split('\n').join(lineBreakAt(text, at) + indent);
}
