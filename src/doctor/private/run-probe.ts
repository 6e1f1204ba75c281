import { randomBytes } from 'crypto';
import { podsOfClient, readPod, running } from './pods';
import { hasLogin, probePod } from './probe-pod';
import { JsonObject, numberOf, valueAt } from '../../manifest';
import { CheckContext, Outcome, skipped } from '../check';
import { Live } from '../live';
import { describeTrouble, Unavailable } from '../trouble';

/** What a probe saw: the exit code of its script, and what it said. */
export interface ProbeSight {
  readonly code: number;
  readonly said: string;
  readonly hasLogin: boolean;
}

/** Seconds that a probe may take, with the pull of its image. */
const PATIENCE = 60;

/** Why no probe runs; undefined where one does. */
export function notProbed({ client: { host, url, named }, options: { probe } }: CheckContext): Outcome | undefined {
  if (!probe) return skipped('not tried from a pod', '--probe makes a temporary pod that tries it');
  if (host === undefined) return skipped('the URL is not known, so that no server is');
  return !named && /^wss?$/.test(url?.nats?.scheme ?? '') ? skipped('the probe speaks no WebSocket') : undefined;
}

/**
 * Goes the way of the client by a temporary pod, which is removed whatever happens.
 * @throws Unavailable
 */
export function runProbe(context: CheckContext): Promise<ProbeSight> {
  const { client: { workload, host, port }, live } = context;
  return live.shared(`probe ${workload.title} ${host}:${port}`, own => probeOnce({ ...context, live: own }));
}

async function probeOnce({ client, live, options }: CheckContext): Promise<ProbeSight> {
  const { workload: { namespace }, host, port, url, named } = client;
  const name = `petrosa-nats-doctor-${randomBytes(4).toString('hex')}`;
  const scheme = named ? 'nats' : url?.nats?.scheme ?? 'nats';
  const pods = running(await podsOfClient(client, live));
  const pod = probePod({ client, pods, name, url: `${scheme}://${host}:${port}` }, options.probe!);
  if (!pod) throw new Unavailable({ type: 'other', text: 'no pod of the workload runs that a probe could go with, and its controller would take the probe for one of its own' });
  let sight: ProbeSight;
  try {
    await live.text(['create', '-n', namespace, '-f', '-'], { stdin: JSON.stringify(pod), again: true, onStop: 'finish' });
    sight = await sightOf(pod, name, { client, live, options });
  } catch (error) {
    if (!(error instanceof Unavailable) || error.trouble.type !== 'forbidden' || error.trouble.verb !== 'create') await remove(name, namespace, live);
    throw error;
  }
  await remove(name, namespace, live);
  return sight;
}

async function sightOf(pod: JsonObject, name: string, context: CheckContext): Promise<ProbeSight> {
  const { client: { workload: { namespace } }, live } = context;
  const code = await exitCode(name, namespace, context);
  const log = await live.text(['logs', name, '-n', namespace], { again: true });
  const lines = log.trim().split('\n').filter(line => !/^(?:failed|passed): /.test(line));
  const said = code === 0 ? lines.map(line => line.replace(/^ok /, '')).join(', ') : lines.at(-1) ?? '';
  return { code, said, hasLogin: hasLogin(pod) };
}

async function exitCode(name: string, namespace: string, { live, options: { sleep } }: CheckContext): Promise<number> {
  for (let tried = 0; tried < PATIENCE; tried++) {
    const object = await live.json(['get', 'pod', name, '-n', namespace, '-o', 'json'], { again: true });
    const code = numberOf(valueAt(object, ['status', 'containerStatuses', 0, 'state', 'terminated', 'exitCode']));
    if (code !== undefined) return code;
    const { containers: [container] } = readPod(object);
    if (container?.waiting !== undefined && !['ContainerCreating', 'PodInitializing'].includes(container.waiting)) {
      throw new Unavailable({ type: 'other', text: `the probe does not start: ${container.waiting}; --probe-image names another image` });
    }
    await sleep(1);
  }
  throw new Unavailable({ type: 'timeout', seconds: PATIENCE });
}

async function remove(name: string, namespace: string, live: Live): Promise<void> {
  try {
    await live.text(['delete', 'pod', name, '-n', namespace, '--ignore-not-found', '--wait=false'], { again: true, onStop: 'run' });
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    throw new Unavailable({ type: 'other', text: `the probe cannot be removed: ${describeTrouble(error.trouble)}; kubectl delete pod ${name} -n ${namespace}` });
  }
}
