import { someOf } from '../../reachability';
import { Check, CheckContext, ok, Outcome, skipped } from '../check';
import { Live } from '../live';
import { askSome, withSilent } from '../private/ask-each';
import { CLIENT_PATTERNS, describeSightings, sightings } from '../private/log-lines';
import { heldBy } from '../private/pod-faults';
import { LivePod, podsOfClient, running } from '../private/pods';
import { lastLineOf, LOG_MINUTES, logOf } from '../private/recent-log';
import { shownMessage } from '../private/shown-message';

/** Pods whose logs are read. */
const MOST = 5;

/** Rule book §12. */
export const workloadLog: Check = {
  id: 'workload-log',
  category: 'logs',
  title: 'the pods log no trouble with NATS',
  run: checkLogs,
};

/** What an init container says that waits for a server, be it ours or another. */
const WAITS = /waiting for|gave up|failed|refused|timed? ?out/i;

/** What a pod says of NATS. */
interface Said {
  readonly status: 'silent' | 'connected' | 'warning' | 'failed';
  readonly pod: LivePod;

  /** What does not pass. */
  readonly text: string;

  /** How kubectl shows it. */
  readonly flags: string;
}

async function checkLogs({ client, live }: CheckContext): Promise<Outcome> {
  const pods = await podsOfClient(client, live);
  const read = [...running(pods), ...pods.filter(heldBy)].slice(0, MOST);
  if (read.length === 0) return skipped('no pod runs');
  const { answers, silent } = await askSome(read, pod => saidBy(pod, live));
  const said = answers.map(({ answer }) => answer);
  const failing = said.filter(({ status }) => status === 'failed' || status === 'warning');
  if (failing.length === 0) {
    const isConnected = said.some(({ status }) => status === 'connected');
    return withSilent(ok(isConnected ? 'they say that they are connected' : `they say nothing of NATS in the last ${LOG_MINUTES} minutes`), silent);
  }
  const [{ pod, flags }] = failing;
  return withSilent({
    status: failing.some(({ status }) => status === 'failed') ? 'failed' : 'warning',
    detail: someOf(failing.map(({ text }) => text)),
    hint: `kubectl logs ${pod.name} -n ${pod.namespace} ${flags}`,
  }, silent);
}

async function saidBy(pod: LivePod, live: Live): Promise<Said> {
  const holding = heldBy(pod);
  if (holding) {
    const line = await lastLineOf(pod, holding, live);
    const status = !/nats/i.test(line) ? 'silent' : WAITS.test(line) ? 'failed' : 'warning';
    return { status, pod, text: `${pod.name} is held by init container ${holding.name}, which says: ${shownMessage(line)}`, flags: `-c ${holding.name}` };
  }
  const seen = sightings(await logOf(pod, live), CLIENT_PATTERNS);
  const status = seen.every(({ means }) => means === 'connected') ? seen.length > 0 ? 'connected' : 'silent'
    : seen.at(-1)?.means === 'failing' ? 'failed' : 'warning';
  return { status, pod, text: `${pod.name} logs ${describeSightings(seen)} in the last ${LOG_MINUTES} minutes`, flags: `--since=${LOG_MINUTES}m` };
}
