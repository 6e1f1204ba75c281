import { credentialIn } from '../../address/private/credentials';

/** Characters of a message that are shown. */
const LONGEST = 160;

const HIDDEN = '(not shown, it may hold a credential)';

/** Words that go on about a credential, instead of being one. */
const PROSE = '(?:and|at|by|expired|file|for|from|has|in|invalid|is|missing|not|of|on|or|refused|rejected|request|required|token|was|with)\\.?(?:[\\s,;:]|$)';

const VALUE = '(?:"[^"]*"|\'[^\']*\'|[^\\s"\',;}]+)';

/** The name of a credential, and what follows it. */
const NAMED = new RegExp(`((?:-pass|token|passw(?:or)?d|passphrase|pwd|jwt|bearer)(?:["']?\\s?[=:]\\s?|\\s(?:(?:is|was)\\s)?)(?!${PROSE}))${VALUE}`, 'gi');

const JWT = /\beyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*/g;

/** What somebody else wrote, for a line of the report. */
export function shownMessage(text: string): string {
  const message = text.trim().replace(/\s+/g, ' ');
  if (credentialIn('', message) !== undefined) return HIDDEN;
  return message.replace(JWT, HIDDEN).replace(NAMED, `$1${HIDDEN}`).slice(0, LONGEST);
}
