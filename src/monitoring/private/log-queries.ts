import { select } from './selector';

/** How many lines of each pod hold one of the texts, within some minutes. */
export function linesOfPods(streams: readonly string[], texts: readonly string[], minutes: number): string {
  return `sum by (pod) (count_over_time(${select('', ...streams)} |~ ${JSON.stringify(linePattern(texts))} [${minutes}m]))`;
}

/** A regular expression for lines that hold one of the texts, in capitals or not. */
export function linePattern(texts: readonly string[]): string {
  return `(?i)(${texts.map(text => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})`;
}
