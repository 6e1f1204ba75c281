import { isSystemSubject } from '../../../subject/private/tokens';

/** Whether a subject is one that the server, or each client for its replies, speaks on: nobody else is named as its other side. */
export function isOfServer(subject: string): boolean {
  return isSystemSubject(subject) || subject.startsWith('_INBOX.');
}
