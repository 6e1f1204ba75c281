import { SubjectBinding } from '../../subject/subject-binding';

/** The subjects that a check subscribes to: what a program fills in, it takes all of. A queue group would take messages from its members. */
export function triedSubscriptions(subscribes: readonly SubjectBinding[] = []): string[] {
  return distinct(subscribes.map(({ subject }) => subject.replace(PLACEHOLDER, '*')));
}

/** The subjects that a check publishes to: those in which a program fills nothing in. */
export function triedPublications(publishes: readonly SubjectBinding[] = []): string[] {
  return distinct(publishes.map(({ subject }) => subject).filter(subject => !subject.includes('{')));
}

const PLACEHOLDER = /\{[^{}.]*\}/g;

function distinct(subjects: readonly string[]): string[] {
  return [...new Set(subjects)].sort();
}
