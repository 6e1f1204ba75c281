/** What a line of a log tells about NATS. */
export interface LogPattern {
  /** As people know it. */
  readonly name: string;
  readonly pattern: RegExp;
  readonly means: 'connected' | 'disturbed' | 'failing';
}

/** A pattern that was seen. */
export interface Sighting {
  readonly name: string;
  readonly means: LogPattern['means'];
  readonly count: number;

  /** Index of the last line that shows it. */
  readonly last: number;
}

const pattern = (means: LogPattern['means'], name: string, written = new RegExp(name.replace(/^nats: /, 'nats: \'?'), 'i')): LogPattern => ({ means, name, pattern: written });

/** What programs write: rule book §12, and the clients themselves. A line shows the first that it matches, so that what is good comes last. */
export const CLIENT_PATTERNS: readonly LogPattern[] = [
  pattern('failing', 'Failed to connect to NATS'),
  pattern('failing', 'not connected to NATS', /(?:not|never|no longer|n't)(?: \w+)? (?:re)?connected to nats/i),
  pattern('failing', 'nats: no servers available for connection'),
  pattern('failing', 'nats: authorization violation'),
  pattern('disturbed', 'NATS connection lost'),
  pattern('disturbed', 'Disconnected from NATS', /\bdisconnected (?:from|to) nats/i),
  pattern('disturbed', 'nats: stale connection'),
  pattern('disturbed', 'nats: slow consumer'),
  pattern('connected', 'Connected to NATS server', /\b(?:re)?connected to nats/i),
];

/** What nats-server writes. */
export const SERVER_PATTERNS: readonly LogPattern[] = [
  pattern('disturbed', 'Slow Consumer Detected'),
  pattern('failing', 'Authorization Violation', /authorization violation|authentication error/i),
  pattern('failing', 'maximum connections exceeded'),
];

/** Which patterns the lines show, in the order in which they were last seen. The lines themselves may hold anything, and are not handed on. */
export function sightings(lines: readonly string[], patterns: readonly LogPattern[]): Sighting[] {
  const seen = new Map<string, Sighting>();
  lines.forEach((line, last) => {
    const found = patterns.find(one => one.pattern.test(line));
    if (found) seen.set(found.name, { name: found.name, means: found.means, count: (seen.get(found.name)?.count ?? 0) + 1, last });
  });
  return [...seen.values()].sort((a, b) => a.last - b.last);
}

/** `NATS connection lost (3 times)`. */
export function describeSightings(seen: readonly Sighting[]): string {
  return seen.map(({ name, count }) => `${name} (${count === 1 ? 'once' : `${count} times`})`).join(', ');
}
