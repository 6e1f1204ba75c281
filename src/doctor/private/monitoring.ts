import { LivePod, running } from './pods';
import { noService, podsBehind, serviceOf } from './server';
import { JsonObject, listOf, numberOf, objectOf, textOf, valueAt } from '../../manifest';
import { CheckContext } from '../check';
import { Unavailable } from '../trouble';

/** What the monitoring endpoint of a server told. */
export interface Monitored {
  readonly pod: string;
  readonly answer: JsonObject;
}

/** Where a server tells about itself, unless its container says otherwise. */
const USUAL_PORT = 8222;

/**
 * What each running server of the client tells; the reason where there is none to ask.
 * @throws Unavailable
 */
export async function monitored(path: string, context: CheckContext): Promise<readonly Monitored[] | string> {
  const service = await serviceOf(context);
  if (!service) return noService(context);
  const pods = running(await podsBehind(service, context) ?? []);
  if (pods.length === 0) return `no pod runs behind Service ${service.namespace}/${service.name}`;
  return Promise.all(pods.map(async pod => ({ pod: pod.name, answer: await ask(pod, path, context) })));
}

async function ask(pod: LivePod, path: string, { live }: CheckContext): Promise<JsonObject> {
  const port = portOf(pod);
  try {
    return await live.json(['get', '--raw', `/api/v1/namespaces/${pod.namespace}/pods/${pod.name}:${port}/proxy/${path}`]);
  } catch (error) {
    if (!(error instanceof Unavailable) || error.trouble.type !== 'other') throw error;
    const { text } = error.trouble;
    if (/connection refused/.test(text)) throw new Unavailable({ type: 'other', text: `pod ${pod.name} has no monitoring endpoint on port ${port}: start the server with --http_port ${port}` });
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
