import { JsonObject, listOf, numberOf, objectOf, textOf, textsOf, valueAt, Workload } from '../../manifest';
import { Client } from '../client';
import { Live } from '../live';

/** A container of a live pod, as its status tells it. */
export interface LiveContainer {
  readonly name: string;
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
  readonly ips: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly startedAt?: string;
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
  const owner = listOf(valueAt(pod, ['metadata', 'ownerReferences'])).map(objectOf).find(reference => reference?.controller === true);
  const ownerName = textOf(owner?.name) ?? '';
  switch (kind) {
    case 'Deployment': return owner?.kind === 'ReplicaSet' && ownerName === `${name}-${textsOf(valueAt(pod, ['metadata', 'labels']))['pod-template-hash']}`;
    case 'CronJob': return owner?.kind === 'Job' && ownerName.startsWith(`${name}-`) && /^\d+$/.test(ownerName.slice(name.length + 1));
    default: return owner?.kind === kind && ownerName === name;
  }
}

/** What an object says of a pod. */
export function readPod(object: JsonObject): LivePod {
  const status = objectOf(object.status);
  const text = (...path: string[]): string => textOf(valueAt(object, path)) ?? '';
  const conditions = listOf(status?.conditions).map(textsOf);
  return {
    object,
    name: text('metadata', 'name'),
    namespace: text('metadata', 'namespace'),
    uid: text('metadata', 'uid'),
    phase: text('status', 'phase'),
    ips: [...new Set([text('status', 'podIP'), ...listOf(status?.podIPs).flatMap(ip => textOf(objectOf(ip)?.ip) ?? [])])].filter(ip => ip !== ''),
    labels: textsOf(valueAt(object, ['metadata', 'labels'])),
    startedAt: text('status', 'startTime') || undefined,
    deleted: text('metadata', 'deletionTimestamp') !== '',
    ready: conditions.some(({ type, status: value }) => type === 'Ready' && value === 'True'),
    hostNetwork: valueAt(object, ['spec', 'hostNetwork']) === true,
    containers: [...listOf(status?.initContainerStatuses), ...listOf(status?.containerStatuses)].map(readContainer),
  };
}

function readContainer(value: JsonObject[string]): LiveContainer {
  const status = objectOf(value);
  const ended = objectOf(valueAt(status, ['state', 'terminated'])) ?? objectOf(valueAt(status, ['lastState', 'terminated']));
  return {
    name: textOf(status?.name) ?? '',
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
