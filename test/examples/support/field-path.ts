import { partsOfPath } from '../../../src/adopt/field-pattern';

/** Whether a pattern covers so much that it explains nothing. */
export function isTooBroad(pattern: string): boolean {
  const words = partsOfPath(pattern).filter(part => /[A-Za-z]/.test(part));
  return words.length === 0 || ['spec', 'metadata'].includes(words.join('.'));
}
