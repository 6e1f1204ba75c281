import { distance } from 'fastest-levenshtein';

/** What to write instead of a name that does not exist: the nearest one, or the whole list where none is near. */
export function nearest(wrong: string, existing: readonly string[]): string {
  if (existing.length === 0) return 'it holds none';
  const folded = wrong.toLowerCase();
  const [best] = [...existing]
    .map(name => ({ name, far: distance(folded, name.toLowerCase()) }))
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1));
  return best.far <= Math.max(2, wrong.length / 2) ? `did you mean ${best.name}?` : `it holds ${existing.join(', ')}`;
}
