import { NatsUrl } from '../../address';
import { shown } from '../../address/private/shown';
import { someOf } from '../../reachability';
import { Variable } from '../../verify';
import { Check, CheckContext, ok, Outcome, skipped } from '../check';
import { targetOf } from '../client';
import { Live } from '../live';
import { lastChange } from '../private/config-change';
import { PodVariable, variableIn } from '../private/pod-variable';
import { LivePod, podsOfClient, running } from '../private/pods';

/** Pods that are asked; a rollout leaves old ones behind in the same way everywhere. */
const MOST = 5;

/** Variables beside the URL that are compared. */
const OTHERS = 8;

/** Whether the pods started with what the configuration holds now. */
export const podsCurrent: Check = {
  id: 'pods-current',
  category: 'configuration',
  title: 'the running pods have the values of the configuration',
  needs: ['pods-run', 'url-known'],
  run: checkPods,
};

async function checkPods(context: CheckContext): Promise<Outcome> {
  const { client: { variable, others }, live, client } = context;
  if (variable?.value === undefined) return skipped('the URL comes by no variable whose value is known');
  if (variable.container.list !== 'containers') return skipped(`${variable.name} is a variable of container ${variable.container.name} alone, which does not stay`);
  const pods = running(await podsOfClient(client, live));
  if (pods.length === 0) return skipped('no pod runs');
  const asked = pods.slice(0, MOST);
  const untold = (await answersOf(variable, asked, live)).flatMap(({ answer }) => ('untold' in answer ? [answer.untold] : []));
  if (untold.length > 0) return byTime(untold[0], variable, pods, context);
  const unasked = pods.length > MOST ? `; ${pods.length - MOST} more were not asked` : '';
  for (const one of [variable, ...others.slice(0, OTHERS)]) {
    const stale = staleIn(await answersOf(one, asked, live), one);
    if (stale.length === 0) continue;
    const detail = `${stale.length} of ${asked.length} pods started with another ${one.name}: ${someOf(stale)}; now it is ${shownValue(one.value)}${unasked}`;
    return { status: one === variable ? 'failed' : 'warning', detail, hint: restart(client.workload) };
  }
  return ok(`${someOf(asked.map(({ name }) => name))}${unasked}`);
}

/** What a pod answers. */
interface PodAnswer {
  readonly pod: LivePod;
  readonly answer: PodVariable;
}

function answersOf(variable: Variable, pods: readonly LivePod[], live: Live): Promise<PodAnswer[]> {
  return Promise.all(pods.map(async pod => ({ pod, answer: await variableIn(pod, variable, live) })));
}

function staleIn(answers: readonly PodAnswer[], { value }: Variable): string[] {
  return answers.flatMap(({ pod, answer }) => ('value' in answer && answer.value !== (value || undefined) ? [`${pod.name} has ${shownValue(answer.value)}`] : []));
}

/** Where the pods do not tell, their age does: a variable is read when a pod starts. */
async function byTime(why: string, { from, source }: Variable, pods: readonly LivePod[], context: CheckContext): Promise<Outcome> {
  const { client: { workload }, live } = context;
  const changed = source === 'configMap' ? await lastChange(workload.namespace, from!.name, live) : undefined;
  if (changed === undefined) return { status: 'unchecked', detail: why };
  const older = pods.filter(({ startedAt }) => startedAt !== undefined && Date.parse(startedAt) < Date.parse(changed));
  if (older.length === 0) return ok(`they started after ConfigMap ${from!.name} was changed for the last time (${why})`);
  const detail = `${someOf(older.map(({ name }) => name))} started before ConfigMap ${from!.name} was changed and may have an older value; ${why}`;
  return { status: 'warning', detail, hint: restart(workload) };
}

function restart(workload: CheckContext['client']['workload']): string {
  return workload.kind === 'Pod' || workload.finite ? 'make the pods anew' : `kubectl rollout restart ${targetOf(workload)} -n ${workload.namespace}`;
}

function shownValue(value: string | undefined): string {
  if (value === undefined) return 'none';
  const { host, port, hasCredentials } = NatsUrl.parse(value.trim());
  return hasCredentials && host !== undefined ? `a URL with credentials for ${host}:${port}` : shown(value);
}
