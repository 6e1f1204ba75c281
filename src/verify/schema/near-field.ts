import { distance } from 'fastest-levenshtein';

/** More changes than this make another word of it. */
const MOST = 2;

/** The field that a wrong name was meant to be: one that differs by a typing mistake or in upper and lower case. */
export function nearField(wrong: string, known: readonly string[]): string | undefined {
  const folded = wrong.toLowerCase();
  let best: string | undefined;
  let least = Math.min(MOST, Math.max(1, Math.floor(wrong.length / 4))) + 1;
  for (const name of known) {
    const far = distance(folded, name.toLowerCase());
    if (far < least) [best, least] = [name, far];
  }
  return best;
}
