/** What an editor does not show, or shows as something else: control characters, half surrogates, marks of direction, spaces that are none. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]|(?! )\p{Zs}/u;
const ALL_INVISIBLE = new RegExp(INVISIBLE.source, 'gu');
const SHORT_ESCAPES = new Map([['\n', '\\n'], ['\r', '\\r'], ['\t', '\\t']]);

/** Lines from which on a text is written as lines. */
const LINES_OF_A_BLOCK = 3;

/** A text as TypeScript: in single quotes, or in double ones where that spares the escapes. */
export function quoted(text: string): string {
  const quote = text.includes('\'') && !text.includes('"') ? '"' : '\'';
  return `${quote}${escaped(text, quote)}${quote}`;
}

/** Whether a person would write a text with its lines below each other. */
export function isBlock(text: string): boolean {
  return text.replace(/\n$/, '').split('\n').length >= LINES_OF_A_BLOCK;
}

/** A text of several lines as a template literal. */
export function block(text: string): string {
  return `\`${templateText(text)}\``;
}

/** A piece of a template literal. Line ends stay, except those that a template literal would read as others. */
export function templateText(text: string): string {
  return text.replace(/\\|`|\$(?=\{)/g, '\\$&').replace(ALL_INVISIBLE, sign => sign === '\n' || sign === '\t' ? sign : escapedSign(sign));
}

function escaped(text: string, quote: string): string {
  return text.replace(/\\/g, '\\\\').replaceAll(quote, `\\${quote}`).replace(ALL_INVISIBLE, escapedSign);
}

function escapedSign(sign: string): string {
  const units = [...Array(sign.length).keys()].map(i => `\\u${sign.charCodeAt(i).toString(16).padStart(4, '0')}`);
  return SHORT_ESCAPES.get(sign) ?? units.join('');
}

/** Whether a text may be a key without quotes: a number, or a name of Latin letters, since compilers differ about others. */
export function isPlainKey(key: string): boolean {
  return /^(?!.*[×÷])[$_a-zA-ZÀ-ɏ][$\wÀ-ɏ]*$/.test(key) || /^(0|[1-9]\d{0,14})$/.test(key);
}

/** A line comment for each line. */
export function commentLines(comments: readonly string[]): string[] {
  return comments.flatMap(text => text.split(/\r\n|[\n\r\u2028\u2029]/)).map(line => `// ${line}`.trimEnd());
}
