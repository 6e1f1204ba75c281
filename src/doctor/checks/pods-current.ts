import { NatsUrl } from '../../address';
import { credentialIn } from '../../address/private/credentials';
import { shown } from '../../address/private/shown';
import { someOf } from '../../reachability';
import { Variable } from '../../verify';
import { Check, CheckContext, ok, Outcome, skipped } from '../check';
import { targetOf } from '../client';
import { Answered, askEach, askSome, withSilent } from '../private/ask-each';
import { lastChange } from '../private/config-change';
import { PodVariable, variableIn } from '../private/pod-variable';
import { atWork, LivePod, podsOfClient, running } from '../private/pods';

/** Pods that are asked; a rollout leaves old ones behind in the same way everywhere. */
const MOST = 5;

/** Variables beside the URL that are compared. */
const OTHERS = 8;

/** A URL without a path, in which a token could stand. */
const SERVER = /^\s*(?:\w+:\/\/[^\s/]+|[^\s/]+:\d+)\/?\s*$/;

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
  const able = atWork(pods, variable.container.name);
  if (able.length === 0) return skipped(pods.length === 0 ? 'no pod runs' : `container ${variable.container.name} runs in no pod`);
  const asked = able.slice(0, MOST);
  const unasked = pods.length > asked.length ? `; ${pods.length - asked.length} more were not asked` : '';
  const { answers, silent } = await askSome(asked, pod => variableIn(pod, variable, live));
  const untold = [...silent];
  const stale = staleIn(answers, variable);
  if (stale) return withSilent({ status: 'failed', detail: `${stale}${unasked}`, hint: restart(client.workload) }, untold);
  const mute = answers.flatMap(({ answer }) => ('untold' in answer ? [answer.untold] : []));
  if (mute.length > 0) return byTime(mute[0], variable, pods, context);
  let told = answers.map(({ one }) => one);
  for (const other of others.slice(0, OTHERS)) {
    const said = await askEach(told, pod => variableIn(pod, other, live));
    const old = staleIn(said.answers, other);
    if (old) return withSilent({ status: 'warning', detail: `${old}${unasked}`, hint: restart(client.workload) }, untold);
    told = said.answers.map(({ one }) => one);
    untold.push(...said.silent);
  }
  return withSilent(ok(`${someOf(answers.map(({ one }) => one.name))}${unasked}`), untold);
}

/** Which pods have another value than the configuration; undefined where none has. */
function staleIn(answers: readonly Answered<LivePod, PodVariable>[], { name, value }: Variable): string | undefined {
  const stale = answers.flatMap(({ one, answer }) => ('value' in answer && answer.value !== (value || undefined) ? [{ pod: one.name, shown: shownValue(name, answer.value) }] : []));
  if (stale.length === 0) return undefined;
  const now = shownValue(name, value || undefined);
  const pods = someOf(stale.map(one => one.shown === undefined ? one.pod : `${one.pod} has ${one.shown}`));
  return `${stale.length} of ${answers.length} pods started with another ${name}: ${pods}${now === undefined ? '' : `; now it is ${now}`}`;
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

/** What a report may say of a value; undefined of one that is no URL, in which a login can stand in any form. */
function shownValue(name: string, value: string | undefined): string | undefined {
  if (value === undefined) return 'none';
  const text = value.trim();
  const { host, port, hasCredentials } = NatsUrl.parse(text);
  if (hasCredentials) return host === undefined ? 'a URL with credentials' : `a URL with credentials for ${host}:${port}`;
  const areServers = text.split(',').every(one => SERVER.test(one) && NatsUrl.parse(one).host !== undefined);
  return areServers && credentialIn(name, text) === undefined ? shown(text) : undefined;
}
