import { credentialIn } from '../../address/private/credentials';

/** Characters of a message that are shown. */
const LONGEST = 160;

/** What somebody else wrote, for a line of the report. */
export function shownMessage(text: string): string {
  const message = text.trim().replace(/\s+/g, ' ');
  return credentialIn('', message) === undefined ? message.slice(0, LONGEST) : '(not shown, it may hold a credential)';
}
