import { SubjectIndex } from './subject-index';
import { isSystemSubject } from './tokens';
import { SubjectBinding } from '../subject-binding';

type Role = 'publishes' | 'subscribes';

/** What a workload does with a subject; `path` is its construct. */
export interface SubjectUse {
  readonly path: string;
  readonly role: Role;
  readonly binding: SubjectBinding;
}

/** A subject that lacks its other side; `path` is the first construct that uses it. */
export interface UnmatchedSubject {
  readonly path: string;
  readonly message: string;
}

/** The subjects of an app that are published and never subscribed to, or the reverse; one entry a subject, publishers first, each in the order of use. */
export function unmatchedSubjects(uses: readonly SubjectUse[]): UnmatchedSubject[] {
  const published = bySubject(uses, 'publishes');
  const subscribed = bySubject(uses, 'subscribes');
  return [
    ...lonely(published, subscribed, binding => binding.subscribedElsewhere,
      (subject, others) => `publishes "${subject}"${others}, and no workload of this app subscribes to it; ` +
        'correct the subject, or set subscribedElsewhere on it where the subscriber lives elsewhere'),
    ...lonely(subscribed, published, binding => binding.publishedElsewhere,
      (subject, others) => `subscribes to "${subject}"${others}, and no workload of this app publishes to it; ` +
        'correct the subject, or set publishedElsewhere on it where the publisher lives elsewhere'),
  ];
}

function bySubject(uses: readonly SubjectUse[], role: Role): Map<string, SubjectUse[]> {
  const found = new Map<string, SubjectUse[]>();
  for (const use of uses) {
    if (use.role !== role) continue;
    const same = found.get(use.binding.subject);
    if (same) same.push(use);
    else found.set(use.binding.subject, [use]);
  }
  return found;
}

function lonely(
  side: Map<string, SubjectUse[]>,
  otherSide: Map<string, SubjectUse[]>,
  elsewhere: (binding: SubjectBinding) => boolean,
  message: (subject: string, others: string) => string,
): UnmatchedSubject[] {
  const others = new SubjectIndex(otherSide.keys());
  return [...side]
    .filter(([subject, uses]) => !isSystemSubject(subject) && !uses.some(use => elsewhere(use.binding)) && !others.overlaps(subject))
    .map(([subject, uses]) => ({ path: uses[0].path, message: message(subject, furtherUsers(uses)) }));
}

function furtherUsers(uses: SubjectUse[]): string {
  const paths = new Set(uses.map(use => use.path));
  return paths.size > 1 ? ` (as do ${paths.size - 1} more)` : '';
}
