import { JsonObject, listOf, numberOf, objectOf, textOf, textsOf, valueAt, Workload } from '../../manifest';
import { Client } from '../client';
import { Live } from '../live';

/** A container of a live pod, as its status tells it. */
export interface LiveContainer {
  readonly name: string;

  /** Whether the others wait until it has ended. */
  readonly init: boolean;
  readonly ready: boolean;
  readonly running: boolean;
  readonly restarts: number;

  /** Why it does not run: `CrashLoopBackOff`, `ErrImagePull`. */
  readonly waiting?: string;

  /** How it ended, now or the last time: `Error (exit code 1)`. */
  readonly ended?: { readonly reason?: string; readonly code?: number; readonly at?: string };
}

/** A live pod. */
export interface LivePod {
  readonly name: string;
  readonly namespace: string;
  readonly uid: string;
  readonly phase: string;

  /** Why the pod as a whole is in its phase: `Evicted`. */
  readonly reason?: string;
  readonly ips: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly createdAt: string;
  readonly startedAt?: string;

  /** The name of its controller. */
  readonly owner: string;
  readonly deleted: boolean;
  readonly ready: boolean;
  readonly hostNetwork: boolean;
  readonly containers: readonly LiveContainer[];
  readonly object: JsonObject;
}

/** The live pods of a client's workload. */
export async function podsOfClient({ workload }: Client, live: Live): Promise<LivePod[]> {
  const pods = await live.list('pods', { namespace: workload.namespace });
  return pods.filter(pod => isMadeBy(pod, workload)).map(readPod);
}

/** The live pods of a namespace that carry some labels. */
export async function podsWithLabels(namespace: string, labels: Readonly<Record<string, string>>, live: Live): Promise<LivePod[]> {
  const pods = (await live.list('pods', { namespace })).map(readPod);
  return pods.filter(pod => Object.entries(labels).every(([key, value]) => pod.labels[key] === value));
}

/** Whether a pod is one of a workload, by the names that controllers give. */
function isMadeBy(pod: JsonObject, { kind, name }: Workload): boolean {
  if (kind === 'Pod') return valueAt(pod, ['metadata', 'name']) === name;
  const owner = controllerOf(pod);
  const ownerName = textOf(owner?.name) ?? '';
  switch (kind) {
    case 'Deployment': return owner?.kind === 'ReplicaSet' && ownerName === `${name}-${textsOf(valueAt(pod, ['metadata', 'labels']))['pod-template-hash']}`;
    case 'CronJob': return owner?.kind === 'Job' && ownerName.startsWith(`${name}-`) && /^\d+$/.test(ownerName.slice(name.length + 1));
    default: return owner?.kind === kind && ownerName === name;
  }
}

function controllerOf(pod: JsonObject): JsonObject | undefined {
  return listOf(valueAt(pod, ['metadata', 'ownerReferences'])).map(objectOf).find(reference => reference?.controller === true);
}

/** What an object says of a pod. */
export function readPod(object: JsonObject): LivePod {
  const status = objectOf(object.status);
  const text = (...path: string[]): string => textOf(valueAt(object, path)) ?? '';
  const conditions = listOf(status?.conditions).map(textsOf);
  const sidecars = new Set(listOf(valueAt(object, ['spec', 'initContainers'])).map(textsOf).filter(({ restartPolicy }) => restartPolicy === 'Always').map(({ name }) => name));
  return {
    object,
    name: text('metadata', 'name'),
    namespace: text('metadata', 'namespace'),
    uid: text('metadata', 'uid'),
    phase: text('status', 'phase'),
    reason: text('status', 'reason') || undefined,
    ips: [...new Set([text('status', 'podIP'), ...listOf(status?.podIPs).flatMap(ip => textOf(objectOf(ip)?.ip) ?? [])])].filter(ip => ip !== ''),
    labels: textsOf(valueAt(object, ['metadata', 'labels'])),
    createdAt: text('metadata', 'creationTimestamp'),
    startedAt: text('status', 'startTime') || undefined,
    owner: textOf(controllerOf(object)?.name) ?? '',
    deleted: text('metadata', 'deletionTimestamp') !== '',
    ready: conditions.some(({ type, status: value }) => type === 'Ready' && value === 'True'),
    hostNetwork: valueAt(object, ['spec', 'hostNetwork']) === true,
    containers: [
      ...listOf(status?.initContainerStatuses).map(one => readContainer(one, !sidecars.has(textsOf(one).name))),
      ...listOf(status?.containerStatuses).map(one => readContainer(one, false)),
    ],
  };
}

function readContainer(value: JsonObject[string], init: boolean): LiveContainer {
  const status = objectOf(value);
  const ended = objectOf(valueAt(status, ['state', 'terminated'])) ?? objectOf(valueAt(status, ['lastState', 'terminated']));
  return {
    name: textOf(status?.name) ?? '',
    init,
    ready: status?.ready === true,
    running: valueAt(status, ['state', 'running']) !== undefined,
    restarts: numberOf(status?.restartCount) ?? 0,
    waiting: textOf(valueAt(status, ['state', 'waiting', 'reason'])),
    ended: ended && { reason: textOf(ended.reason), code: numberOf(ended.exitCode), at: textOf(ended.finishedAt) },
  };
}

/** Those that run and are not about to go. */
export function running(pods: readonly LivePod[]): LivePod[] {
  return pods.filter(({ phase, deleted }) => phase === 'Running' && !deleted);
}

/** Those of them in which a container runs; where the cluster does not tell, it is taken to. */
export function atWork(pods: readonly LivePod[], container: string | undefined): LivePod[] {
  return running(pods).filter(({ containers }) => {
    const own = containers.filter(({ init, name }) => !init && (container === undefined || name === container));
    return own.length === 0 || own.some(one => one.running);
  });
}

/** Of a workload whose pods end, those of its last run; the newest first. */
export function lastRun(pods: readonly LivePod[]): LivePod[] {
  const newestFirst = [...pods].sort((a, b) => (Date.parse(b.createdAt) || 0) - (Date.parse(a.createdAt) || 0));
  return newestFirst.filter(({ owner }) => owner === newestFirst[0].owner);
}
