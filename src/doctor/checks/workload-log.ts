import { someOf } from '../../reachability';
import { Check, CheckContext, ok, Outcome, skipped } from '../check';
import { CLIENT_PATTERNS, describeSightings, Sighting, sightings } from '../private/log-lines';
import { podsOfClient, running } from '../private/pods';
import { LOG_MINUTES, logOf } from '../private/recent-log';

/** Pods whose logs are read. */
const MOST = 5;

/** Rule book §12. */
export const workloadLog: Check = {
  id: 'workload-log',
  category: 'logs',
  title: 'the pods log no trouble with NATS',
  run: checkLogs,
};

async function checkLogs({ client, live }: CheckContext): Promise<Outcome> {
  const pods = running(await podsOfClient(client, live)).slice(0, MOST);
  if (pods.length === 0) return skipped('no pod runs');
  const seen = await Promise.all(pods.map(async pod => ({ pod, seen: sightings(await logOf(pod, live), CLIENT_PATTERNS) })));
  const failing = seen.filter(one => one.seen.some(({ means }) => means !== 'connected'));
  if (failing.length === 0) return ok(seen.some(one => one.seen.length > 0) ? 'they say that they are connected' : `they say nothing of NATS in the last ${LOG_MINUTES} minutes`);
  const detail = `in the last ${LOG_MINUTES} minutes: ${someOf(failing.map(one => `${one.pod.name} logs ${describeSightings(one.seen)}`))}`;
  const hint = `kubectl logs ${failing[0].pod.name} -n ${failing[0].pod.namespace} --since=${LOG_MINUTES}m`;
  return { status: failing.some(one => isDown(one.seen)) ? 'failed' : 'warning', detail, hint };
}

/** Whether what was seen last says that there is no connection. */
function isDown(seen: readonly Sighting[]): boolean {
  return seen.at(-1)?.means === 'failing';
}
