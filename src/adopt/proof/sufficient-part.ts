/**
 * A part of a list that suffices and of which nothing can be left out; undefined where not even the whole list does. It is found by halving,
 * since each trial may be dear. What stands early in the list is taken rather than what stands late.
 */
export function sufficientPart<T>(items: readonly T[], suffices: (part: readonly T[]) => boolean): readonly T[] | undefined {
  if (!suffices(items)) return undefined;
  const found: T[] = [];
  for (let left = items; left.length > 0 && (left === items || !suffices(found));) {
    // The last of the shortest beginning that suffices is needed, whatever stands before it.
    const last = shortestBeginning(left, beginning => suffices([...found, ...beginning])) - 1;
    found.push(left[last]);
    left = left.slice(0, last);
  }
  return found;
}

/** The length of the shortest beginning that suffices; the whole list is known to, and nothing of it not to. */
function shortestBeginning<T>(items: readonly T[], suffices: (beginning: readonly T[]) => boolean): number {
  let [short, long] = [0, items.length];
  while (long - short > 1) {
    const middle = Math.ceil((short + long) / 2);
    if (suffices(items.slice(0, middle))) long = middle;
    else short = middle;
  }
  return long;
}
