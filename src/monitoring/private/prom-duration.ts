import { Duration } from 'cdk8s';

/** A duration of whole seconds, as Prometheus and Loki write it. */
export function promDuration(duration: Duration): string {
  const seconds = duration.toSeconds();
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
