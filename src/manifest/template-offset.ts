/** Braces of a template before any quote or comment of the line. */
const UNQUOTED = /^[^"'#\n]*?\{[{%]/m;

/**
 * Where the syntax of a template (of Helm, Jinja and the like) stands in a text that is no YAML: in the line of the fault, or
 * unquoted elsewhere. Undefined where there is none.
 */
export function templateOffset(text: string, fault: number): number | undefined {
  const start = text.lastIndexOf('\n', fault - 1) + 1;
  const line = text.slice(start).split('\n', 1)[0];
  const inLine = /\{[{%]/.exec(line);
  if (inLine) return start + inLine.index;
  const unquoted = UNQUOTED.exec(text);
  return unquoted ? unquoted.index + unquoted[0].length - 2 : undefined;
}
