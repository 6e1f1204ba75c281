/** What is wrong with a subject. */
export interface SubjectFault {
  readonly what: string;
  readonly fix: string;

  /** Whether the server refuses it; else it takes it literally. */
  readonly refused: boolean;
}

// The server refuses these; what a template language fills in later is not judged.
const WHITE_SPACE = /[ \t\r\n\f]/;

const TEMPLATE = /\{|\}|\$|<|%/;

/** What NATS says against a subject; undefined for a good one. */
export function subjectFault(text: string): SubjectFault | undefined {
  if (TEMPLATE.test(text)) return undefined;
  if (WHITE_SPACE.test(text)) return { what: 'holds white space', fix: repaired(text), refused: true };
  const tokens = text.split('.');
  if (tokens.includes('')) {
    return { what: 'has an empty token', fix: repaired(text), refused: true };
  }
  if (tokens.slice(0, -1).includes('>')) return { what: 'has > before its end', fix: 'write > as the last token, or * for a single one', refused: true };
  const inside = tokens.find(token => token.length > 1 && /[*>]/.test(token));
  if (inside === undefined) return undefined;
  return { what: `has ${inside}, in which NATS takes the wildcard literally`, fix: 'write wildcards as whole tokens', refused: false };
}

/** The subject without white space and empty tokens, where that is a good one. */
function repaired(text: string): string {
  const subject = text.trim().replace(/\s+/g, '-').split('.').filter(token => token !== '').join('.');
  return subject === '' || subjectFault(subject) ? 'write tokens between single dots' : `write ${subject}`;
}
