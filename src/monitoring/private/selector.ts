/** Labels that select series or log streams. */
export interface Matchers { readonly [label: string]: string }

/** `label="value"` of each label, as PromQL and LogQL write it. */
export function equals(labels: Matchers): string[] {
  return Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
}

/** A metric, or with none a stream, with these matchers. */
export function select(metric: string, ...matchers: readonly string[]): string {
  return `${metric}{${matchers.join(',')}}`;
}
