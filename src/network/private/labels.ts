/** A set of labels. */
export interface Labels { readonly [key: string]: string }

/** The labels with their keys in order, so that equal sets are spelled alike. */
export function sortedLabels(labels: Labels): { [key: string]: string } {
  return Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether what has `labels` is selected by `selector`. */
export function carries(labels: Labels, selector: Labels): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}
