import { Document, visit, YAMLParseError } from 'yaml';

/** A fault of syntax, in one line. Holds nothing of the text, which may be a Secret's. */
export interface SyntaxFault {
  readonly kind: 'syntax' | 'excessive';
  readonly message: string;
  readonly fix: string;
  readonly start: number;
}

/** The first syntax fault of a document; undefined where there is none. */
export function syntaxFault(document: Document.Parsed, text: string): SyntaxFault | undefined {
  const [first] = document.errors
    .map(error => ({ error, start: startOf(error, document, text) }))
    .sort((a, b) => a.start - b.start);
  if (!first) return undefined;
  const { error, start } = first;
  if (error.code === 'RESOURCE_EXHAUSTION') return { kind: 'excessive', message: 'the document is nested too deep to be read', fix: 'make it flatter', start };
  const { message, fix } = EXPLAINED.find(({ says }) => says.test(error.message)) ?? { message: inOneLine(error.message), fix: 'correct the YAML here or above' };
  return { kind: 'syntax', message, fix, start };
}

/** What the parser says of common faults, and how to say it to people. */
const EXPLAINED: readonly { readonly says: RegExp; readonly message: string; readonly fix: string }[] = [
  { says: /^Missing closing/, message: 'the quote that begins here is not closed', fix: 'close it, or remove it' },
  { says: /^Nested mappings/, message: 'a value with a second ": " in its line', fix: 'quote the value, or put what is below it on lines of its own' },
  { says: /block sequence may not/, message: 'a list item with an indentation of its own', fix: 'indent all items of a list alike' },
  { says: /^Implicit (map )?keys/, message: 'a key without ":" behind it, or a text that goes on in a line with a ":"', fix: 'write the ":" behind the key, or quote the text' },
  { says: /^Tabs are not/, message: 'a tab as indentation', fix: 'indent with spaces' },
  { says: /^Flow /, message: 'a { or [ that is not closed, or that goes on in lines without indentation', fix: 'close it, and indent its lines' },
  { says: /start at the same column/, message: 'the indentation is that of no line above', fix: 'indent like the lines of the same map or list' },
  { says: /cannot start with/, message: 'a value that begins with a character which YAML reserves', fix: 'quote the value' },
  { says: /alias at node end|^Alias|alias node/, message: 'a value that begins with an asterisk, which names an alias', fix: 'quote the value' },
  { says: /^Invalid escape/, message: 'an escape sequence that YAML does not know', fix: 'write \\\\ for a backslash, or use single quotes' },
];

/** Where a fault begins: that of a quote that is not closed with the quote, that of an asterisk with the asterisk. */
function startOf({ message, pos: [pos] }: YAMLParseError, document: Document.Parsed, text: string): number {
  if (message.startsWith('Missing closing')) return startOfScalar(document, pos);
  return /alias at node end/.test(message) ? Math.max(text.lastIndexOf('*', pos - 1), text.lastIndexOf('\n', pos - 1) + 1) : pos;
}

/** Where the quote begins that is not closed, where this is the first fault of a document. */
export function unclosedQuote(document: Document.Parsed): number | undefined {
  const [first] = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0]);
  return first?.message.startsWith('Missing closing') ? startOfScalar(document, first.pos[0]) : undefined;
}

function startOfScalar(document: Document.Parsed, end: number): number {
  let start = end;
  visit(document, {
    Scalar: (_, node) => {
      if (!node.type?.startsWith('QUOTE') || node.range?.[1] !== end) return undefined;
      [start] = node.range;
      return visit.BREAK;
    },
  });
  return start;
}

function inOneLine(message: string): string {
  const short = message.split('\n', 1)[0].split(': ', 1)[0];
  return short[0].toLowerCase() + short.slice(1);
}
