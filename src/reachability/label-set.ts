/** Labels of pods or of a namespace, and which further ones they may carry. */
export interface LabelSet {
  readonly labels: Readonly<Record<string, string>>;

  /** Keys that may be there with any value; `all` for every key that `labels` lacks. Empty where the labels are complete. */
  readonly unknown: ReadonlySet<string> | 'all';
}

/** Whether something matches; `maybe` depends on a fact that is not known. */
export type Match = 'yes' | 'no' | 'maybe';

const NONE: ReadonlySet<string> = new Set();

/** Labels that are all there are. */
export function completeLabels(labels: Readonly<Record<string, string>>): LabelSet {
  return { labels, unknown: NONE };
}

/** Matches where each of the parts does. */
export function all(...parts: readonly Match[]): Match {
  if (parts.includes('no')) return 'no';
  return parts.includes('maybe') ? 'maybe' : 'yes';
}

/** Matches where any of the parts does. */
export function any(parts: Iterable<Match>): Match {
  let best: Match = 'no';
  for (const part of parts) {
    if (part === 'yes') return 'yes';
    if (part === 'maybe') best = 'maybe';
  }
  return best;
}

/** The value of a label; undefined where there is none, `unknown` where nobody knows. */
export function labelOf({ labels, unknown }: LabelSet, key: string): { readonly value?: string } | 'unknown' {
  if (Object.prototype.hasOwnProperty.call(labels, key)) return { value: labels[key] };
  return unknown === 'all' || unknown.has(key) ? 'unknown' : {};
}
