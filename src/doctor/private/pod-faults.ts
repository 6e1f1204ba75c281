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
  if (stuck) return fault(`does not run: container ${stuck.name} is in ${stuck.waiting}${endOf(stuck)}`);
  if (pod.phase !== 'Running') return fault(`does not run: it is ${pod.phase || 'in no phase'}`);
  if (!pod.ready) {
    const unready = pod.containers.find(({ ready }) => !ready);
    return fault(`is not ready${unready ? `: container ${unready.name} is not` : ''}`);
  }
  const restarted = pod.containers.find(({ restarts, ended }) => restarts > 0 && isRecent(ended?.at, RECENT, now));
  return restarted && fault(`restarted ${age(restarted.ended!.at!, now)} ago${endOf(restarted)}, ${restarted.restarts} restarts in all`, true);
}

function endOf({ ended }: LiveContainer): string {
  if (!ended) return '';
  return `, it ended ${ended.reason === undefined ? 'by itself' : `with ${ended.reason}`}${ended.code ? ` (exit code ${ended.code})` : ''}`;
}
