import { nearest } from '../../../address/private/nearest';

const LONGEST_LIST = 12;

/** The name that a wrong one is most like; undefined where none is near. */
export function nameMeant(wrong: string, existing: readonly string[]): string | undefined {
  const hint = nearest(wrong, existing);
  return existing.find(name => hint === `did you mean ${name}?`);
}

/** The end of a sentence that names what is near to a wrong name: `: did you mean x?`, or the whole of a short list; empty where there is nothing. */
export function nearName(wrong: string, existing: readonly string[]): string {
  if (existing.length === 0) return '';
  const meant = nameMeant(wrong, existing);
  if (meant !== undefined) return `: did you mean ${meant}?`;
  return existing.length > LONGEST_LIST ? '' : `: ${existing.join(', ')}`;
}
