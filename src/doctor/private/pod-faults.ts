import { LiveContainer, LivePod } from './pods';
import { age, isRecent } from './time';

/** What is wrong with a pod. */
export interface PodFault {
  readonly pod: string;

  /** Names the pod. */
  readonly text: string;

  /** Whether the pod does its work all the same. */
  readonly runs: boolean;
}

/** How long a restart is worth a word, in minutes. */
const RECENT = 60;

/** What is wrong with a pod; undefined where nothing is. */
export function faultOf(pod: LivePod, now: Date): PodFault | undefined {
  const fault = (text: string, runs = false): PodFault => ({ pod: pod.name, text: `pod ${pod.name} ${text}`, runs });
  const stuck = pod.containers.find(({ waiting }) => waiting !== undefined && !['ContainerCreating', 'PodInitializing'].includes(waiting));
  if (stuck) return fault(`does not run: ${titleOf(stuck)} is in ${stuck.waiting}${stuck.ended ? `, it ${endOf(stuck.ended)}` : ''}`);
  const holding = heldBy(pod);
  if (holding) return fault(`does not run: its ${titleOf(holding)} ${holding.ended && !holding.running ? endOf(holding.ended) : 'still runs'}`);
  if (pod.phase === 'Failed') return fault(`failed${whyFailed(pod)}`);
  if (pod.phase !== 'Running') return fault(`does not run: it is ${pod.phase || 'in no phase'}`);
  if (!pod.ready) {
    const unready = pod.containers.find(({ ready }) => !ready);
    return fault(`is not ready${unready ? `: container ${unready.name} is not` : ''}`);
  }
  const restarted = pod.containers.find(({ restarts, ended }) => restarts > 0 && isRecent(ended?.at, RECENT, now));
  return restarted && fault(`restarted ${age(restarted.ended!.at!, now)} ago, it ${endOf(restarted.ended!)}, ${restarted.restarts} restarts in all`, true);
}

/** The init container that the others of a pod wait for. */
export function heldBy({ phase, deleted, containers }: LivePod): LiveContainer | undefined {
  const next = containers.find(({ init, ready }) => init && !ready);
  return phase === 'Pending' && !deleted && (next?.running || next?.ended) ? next : undefined;
}

function whyFailed({ reason, containers }: LivePod): string {
  if (reason !== undefined) return `: ${reason}`;
  const broken = containers.find(({ ended }) => ended?.code);
  return broken ? `: ${titleOf(broken)} ${endOf(broken.ended!)}` : '';
}

function titleOf({ name, init }: LiveContainer): string {
  return `${init ? 'init container' : 'container'} ${name}`;
}

function endOf({ reason, code }: NonNullable<LiveContainer['ended']>): string {
  return `ended ${reason === undefined ? 'by itself' : `with ${reason}`}${code ? ` (exit code ${code})` : ''}`;
}
