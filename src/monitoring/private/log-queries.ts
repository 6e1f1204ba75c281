import { select } from './selector';

/** How many lines of each pod hold one of the texts, within some minutes. */
export function linesOfPods(streams: readonly string[], texts: readonly string[], minutes: number): string {
  return count(linesWith(streams, texts), minutes);
}

/** How many lines of each pod say that it has connected, within some minutes: not those that say `not connected`, or `disconnected`. */
export function connectionsOfPods(streams: readonly string[], texts: readonly string[], minutes: number): string {
  const negated = `(?i)(?:(?:not|never|no longer|n't)(?: \\w+)? (?:re)?|dis)(?:${choice(texts)})`;
  return count(`${linesWith(streams, texts)} !~ ${JSON.stringify(negated)}`, minutes);
}

/** A regular expression for lines that hold one of the texts, in capitals or not. */
export function linePattern(texts: readonly string[]): string {
  return `(?i)(${choice(texts)})`;
}

function linesWith(streams: readonly string[], texts: readonly string[]): string {
  return `${select('', ...streams)} |~ ${JSON.stringify(linePattern(texts))}`;
}

function count(lines: string, minutes: number): string {
  return `sum by (pod) (count_over_time(${lines} [${minutes}m]))`;
}

function choice(texts: readonly string[]): string {
  return texts.map(text => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
}
