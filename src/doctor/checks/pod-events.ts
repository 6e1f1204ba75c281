import { JsonObject, listOf, numberOf, objectOf, textOf, valueAt } from '../../manifest';
import { someOf } from '../../reachability';
import { Check, CheckContext, ok, Outcome } from '../check';
import { podsOfClient } from '../private/pods';
import { shownMessage } from '../private/shown-message';
import { isRecent } from '../private/time';

/** Minutes back; Kubernetes keeps events for an hour. */
const RECENT = 60;

/** What the cluster says of the pods. */
export const podEvents: Check = {
  id: 'pod-events',
  category: 'events',
  title: 'the cluster warns of nothing about the pods',
  run: checkEvents,
};

async function checkEvents({ client, live, options }: CheckContext): Promise<Outcome> {
  const { namespace, name } = client.workload;
  const pods = new Set((await podsOfClient(client, live)).map(pod => pod.name));
  const { items } = await live.json(['get', 'events', '-n', namespace, '--field-selector', 'type=Warning', '-o', 'json']);
  const warnings = listOf(items).map(item => objectOf(item) ?? {})
    .filter(event => isAbout(event, pods, name) && isRecent(timeOf(event), RECENT, options.now))
    .sort((a, b) => Date.parse(timeOf(b)!) - Date.parse(timeOf(a)!));
  if (warnings.length === 0) return ok(`none in the last ${RECENT} minutes`);
  return { status: 'warning', detail: someOf([...new Set(warnings.map(describe))]), hint: `kubectl get events -n ${namespace} --field-selector type=Warning` };
}

/** The workload itself, what its controller makes, and its pods that still are. */
function isAbout(event: JsonObject, pods: ReadonlySet<string>, workload: string): boolean {
  const [kind, name] = ['kind', 'name'].map(field => textOf(valueAt(event, ['involvedObject', field])) ?? '');
  if (kind === 'Pod') return pods.has(name);
  return name === workload || kind === 'ReplicaSet' && name.replace(/-[a-z0-9]+$/, '') === workload;
}

function timeOf(event: JsonObject): string | undefined {
  return textOf(event.lastTimestamp) ?? textOf(valueAt(event, ['series', 'lastObservedTime'])) ?? textOf(event.eventTime) ?? textOf(valueAt(event, ['metadata', 'creationTimestamp']));
}

function describe(event: JsonObject): string {
  const count = numberOf(event.count) ?? 1;
  return `${textOf(valueAt(event, ['involvedObject', 'name']))}: ${textOf(event.reason)}${count > 1 ? ` (${count} times)` : ''}, ${shownMessage(textOf(event.message) ?? '')}`;
}
