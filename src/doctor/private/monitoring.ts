import { askEach, Silent } from './ask-each';
import { LivePod, running } from './pods';
import { noService, podsBehind, serviceOf } from './server';
import { JsonObject, listOf, numberOf, objectOf, textOf, textsOf, valueAt } from '../../manifest';
import { CheckContext, Outcome, skipped } from '../check';
import { Unavailable } from '../trouble';

/** What the monitoring endpoint of a server told. */
export interface Monitored {
  readonly pod: string;
  readonly answer: JsonObject;
}

/** What those servers of a client told that answer. */
export interface Told {
  readonly servers: readonly Monitored[];
  readonly silent: readonly Silent<LivePod>[];
}

/** Open connections, as many as a server lists at once. */
export const OPEN = 'connz?limit=10000';

/** Connections that a server has closed, as far as it remembers them. */
export const CLOSED = 'connz?state=closed&limit=10000';

/** Where a server tells about itself, unless its container says otherwise. */
const USUAL_PORT = 8222;

/**
 * What the running servers of the client tell; how the check ends where there is none to ask.
 * @throws Unavailable  where none answers
 */
export async function monitored(path: string, context: CheckContext): Promise<Told | Outcome> {
  const service = await serviceOf(context);
  if (!service) return skipped(noService(context));
  const pods = running(await podsBehind(service, context) ?? []);
  if (pods.length === 0) return skipped(`no pod runs behind Service ${service.namespace}/${service.name}`);
  const { answers, silent } = await askEach(pods, pod => ask(pod, path, context));
  if (answers.length > 0) return { servers: answers.map(({ one, answer }) => ({ pod: one.name, answer })), silent };
  const [{ one, trouble }] = [...silent].sort((a, b) => Number(a.trouble.type === 'absent') - Number(b.trouble.type === 'absent'));
  if (trouble.type !== 'absent') throw new Unavailable(trouble);
  return skipped(trouble.text, `start the server with --http_port ${portOf(one)} to have it checked`);
}

/** The texts of the connections that servers told of: `ip`, `start`, `stop`, `reason`. */
export function connectionsIn({ servers }: Told): Record<string, string>[] {
  return servers.flatMap(({ answer }) => listOf(answer.connections)).map(textsOf);
}

async function ask(pod: LivePod, path: string, { live }: CheckContext): Promise<JsonObject> {
  const port = portOf(pod);
  try {
    return await live.json(['get', '--raw', `/api/v1/namespaces/${pod.namespace}/pods/${pod.name}:${port}/proxy/${path}`]);
  } catch (error) {
    if (!(error instanceof Unavailable) || error.trouble.type !== 'other') throw error;
    const { text } = error.trouble;
    // A server that starts has none yet.
    if (pod.ready && /error trying to reach service:.*connection refused/.test(text)) throw new Unavailable({ type: 'absent', text: `pod ${pod.name} has no monitoring endpoint on port ${port}` });
    if (/i\/o timeout|deadline exceeded/.test(text)) {
      throw new Unavailable({ type: 'other', text: `port ${port} of pod ${pod.name} does not answer the API server: a policy may keep it out, which says nothing about the clients` });
    }
    throw error;
  }
}

function portOf({ object }: LivePod): number {
  const ports = listOf(valueAt(object, ['spec', 'containers'])).flatMap(container => listOf(objectOf(container)?.ports)).map(objectOf);
  return numberOf(ports.find(port => /^(http-)?monitor/.test(textOf(port?.name) ?? ''))?.containerPort) ?? USUAL_PORT;
}
