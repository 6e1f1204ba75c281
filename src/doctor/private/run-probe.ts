import { randomBytes } from 'crypto';
import { ifKnown } from './objects';
import { podsOfClient, running } from './pods';
import { exitCodeOf } from './probe-end';
import { hasLogin, PROBE_CONTAINER, probePod } from './probe-pod';
import { JsonObject } from '../../manifest';
import { CheckContext, Outcome, skipped } from '../check';
import { Stopped } from '../kubectl';
import { Live } from '../live';
import { describeTrouble, hintFor, Unavailable } from '../trouble';

/** What a probe saw: the exit code of its script, and what it said. */
export interface ProbeSight {
  readonly code: number;
  readonly said: string;
  readonly hasLogin: boolean;
}

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
  const server = host?.includes(':') ? `[${host}]` : host;
  const pod = probePod({ client, pods, name, url: `${scheme}://${server}:${port}` }, options.probe!);
  if (!pod) throw new Unavailable({ type: 'other', text: 'no pod of the workload runs that a probe could go with, and its controller would take the probe for one of its own' });
  const { standing } = options.probe!;
  const removal = removalOf(name, namespace);
  standing?.add(removal);
  try {
    return await byPod(pod, name, { client, live, options });
  } finally {
    standing?.delete(removal);
  }
}

/** What a pod sees that is made for it, and removed. */
async function byPod(pod: JsonObject, name: string, context: CheckContext): Promise<ProbeSight> {
  const { client: { workload: { namespace } }, live } = context;
  await make(pod, name, namespace, live);
  let sight: ProbeSight;
  try {
    sight = await sightOf(pod, name, context);
  } catch (error) {
    throw afterwards(error, await remove(name, namespace, live));
  }
  const left = await remove(name, namespace, live);
  if (left !== undefined) throw new Unavailable({ type: 'other', text: left });
  return sight;
}

/** Where the cluster does not say that it made the pod, it may have done so all the same. */
async function make(pod: JsonObject, name: string, namespace: string, live: Live): Promise<void> {
  try {
    await live.text(['create', '-n', namespace, '-f', '-'], { stdin: JSON.stringify(pod), again: true, onStop: 'finish' });
  } catch (error) {
    if (error instanceof Unavailable && error.trouble.type === 'forbidden' && error.trouble.verb === 'create') throw error;
    const left = await remove(name, namespace, live);
    throw left === undefined || await isNowhere(name, namespace, live) ? error : afterwards(error, left);
  }
}

/** The error that ended a probe, and after it what was left behind. */
function afterwards(error: unknown, left: string | undefined): unknown {
  if (left === undefined) return error;
  if (error instanceof Stopped) return new Stopped(left);
  if (!(error instanceof Unavailable)) return error;
  return new Unavailable({ type: 'other', text: `${describeTrouble(error.trouble)}; ${left}`, hint: hintFor(error.trouble) });
}

async function sightOf(pod: JsonObject, name: string, context: CheckContext): Promise<ProbeSight> {
  const { client: { workload: { namespace } }, live } = context;
  const code = await exitCodeOf(name, namespace, context);
  const log = await live.text(['logs', name, '-n', namespace, '-c', PROBE_CONTAINER], { again: true });
  const lines = log.trim().split('\n').filter(line => !/^(?:failed|passed): /.test(line));
  const said = code === 0 ? lines.map(line => line.replace(/^ok /, '')).join(', ') : lines.at(-1) ?? '';
  return { code, said, hasLogin: hasLogin(pod) };
}

function removalOf(name: string, namespace: string): string[] {
  return ['delete', 'pod', name, '-n', namespace];
}

/** Why the pod is still there, and how to remove it; undefined where it is gone. */
async function remove(name: string, namespace: string, live: Live): Promise<string | undefined> {
  try {
    await live.text([...removalOf(name, namespace), '--ignore-not-found', '--wait=false'], { again: true, onStop: 'run' });
    return undefined;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return `the probe cannot be removed: ${describeTrouble(error.trouble)}; kubectl ${removalOf(name, namespace).join(' ')}`;
  }
}

async function isNowhere(name: string, namespace: string, live: Live): Promise<boolean> {
  const found = await ifKnown(live.text(['get', 'pod', name, '-n', namespace, '--ignore-not-found', '-o', 'name'], { again: true, onStop: 'run' }));
  return found?.trim() === '';
}
