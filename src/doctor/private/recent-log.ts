import { LiveContainer, LivePod } from './pods';
import { Live } from '../live';

/** Minutes that count as now. */
export const LOG_MINUTES = 10;

/**
 * The lines of the last minutes of a pod's log.
 * @throws Unavailable
 */
export async function logOf({ name, namespace }: LivePod, live: Live): Promise<string[]> {
  const log = await live.text(['logs', name, '-n', namespace, '--all-containers', `--since=${LOG_MINUTES}m`, '--tail=5000']);
  return log.split('\n');
}

/**
 * The last line of a container's log.
 * @throws Unavailable
 */
export async function lastLineOf({ name, namespace }: LivePod, container: LiveContainer, live: Live): Promise<string> {
  return (await live.text(['logs', name, '-n', namespace, '-c', container.name, '--tail=1'])).trim();
}
