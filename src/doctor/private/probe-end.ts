import { LiveContainer, LivePod, readPod } from './pods';
import { PROBE_CONTAINER } from './probe-pod';
import { shownMessage } from './shown-message';
import { listOf, textOf, textsOf, valueAt } from '../../manifest';
import { CheckContext } from '../check';
import { Unavailable } from '../trouble';

/** Seconds that a probe may take, with the pull of its image. */
const PATIENCE = 60;

/**
 * The exit code of a probe's script, when it has come to its end.
 * @throws Unavailable  where it does not
 */
export async function exitCodeOf(name: string, namespace: string, { live, options: { clock, sleep } }: CheckContext): Promise<number> {
  const end = clock().getTime() + PATIENCE * 1000;
  for (;;) {
    const pod = readPod(await live.json(['get', 'pod', name, '-n', namespace, '-o', 'json'], { again: true }));
    // A service mesh puts containers of its own beside it.
    const own = pod.containers.find(container => container.name === PROBE_CONTAINER);
    const code = own?.ended?.code;
    // The pod is gone when somebody looks; what is told of it stays.
    const events = `kubectl get events -n ${namespace} --field-selector involvedObject.name=${name}`;
    if (pod.phase === 'Failed' && (pod.reason !== undefined || code === undefined)) throw cannotRun(`the probe failed${whyFailed(pod)}`, events);
    if (code !== undefined) return code;
    if (own?.waiting !== undefined && !['ContainerCreating', 'PodInitializing'].includes(own.waiting)) {
      throw cannotRun(`the probe does not start: ${own.waiting}`, /Image/.test(own.waiting) ? '--probe-image names another image' : events);
    }
    if (clock().getTime() >= end) throw outOfTime(pod, own, events);
    await sleep(1);
  }
}

function cannotRun(text: string, hint: string): Unavailable {
  return new Unavailable({ type: 'other', text, hint });
}

function whyFailed({ reason, object }: LivePod): string {
  const why = told(reason, textOf(valueAt(object, ['status', 'message'])));
  return why === '' ? '' : `: ${why}`;
}

function told(reason: string | undefined, message = ''): string {
  return [reason, shownMessage(message)].filter(part => part).join(', ').replace(/\.$/, '');
}

function outOfTime(pod: LivePod, own: LiveContainer | undefined, events: string): Unavailable {
  const refused = listOf(valueAt(pod.object, ['status', 'conditions'])).map(textsOf).find(({ type, status }) => type === 'PodScheduled' && status === 'False');
  if (refused) {
    const hint = 'the probe needs room on a node that the nodeSelector and the tolerations of the workload admit: kubectl describe nodes';
    return cannotRun(`no node took the probe within ${PATIENCE} s: ${told(refused.reason, refused.message)}`, hint);
  }
  if (own?.running) return cannotRun(`the probe did not end within ${PATIENCE} s`, events);
  return cannotRun(`the probe did not start within ${PATIENCE} s: ${own?.waiting ?? (pod.phase || 'it is in no phase')}`, events);
}
