import { Construct } from 'constructs';
import { podNames } from './pod-names';
import { equals } from './selector';
import { IEndpoint } from '../../address/endpoint';
import { constructError } from '../../app/private/errors';
import { INatsAwareWorkload } from '../../workload/nats-aware-workload';
import { natsConnectionOf } from '../../workload/private/nats-connection';
import { WiredWorkload } from '../../workload/private/wiring';

/** A workload, as what watches over it needs it. */
export interface WatchedWorkload {
  readonly workload: WiredWorkload;
  readonly kind: string;
  readonly name: string;

  /** Undefined where it is left to `kubectl apply -n`. */
  readonly namespace?: string;
  readonly server: IEndpoint;
  readonly publishes: boolean;
  readonly runsToCompletion: boolean;
}

/**
 * The workloads as far as they are declared by now, each once.
 * @throws if one connects to no NATS server yet
 */
export function watchedWorkloads(scope: Construct, workloads: readonly INatsAwareWorkload[]): WatchedWorkload[] {
  return [...new Set(workloads)].map((workload) => {
    const connection = natsConnectionOf(workload);
    if (!connection) {
      throw constructError(scope, `${workload.node.path} connects to no NATS server so far`,
        'give the workload a config, or connect it to a NatsServer, before it is watched');
    }
    const { name, server, options: { kind, publishes = [], runsToCompletion } } = connection;
    // Who has a connection was wired by the library.
    const wired = workload as WiredWorkload;
    return { workload: wired, kind, name, namespace: wired.metadata.namespace, server, publishes: publishes.length > 0, runsToCompletion };
  });
}

/** A workload for people. */
export function spelled({ kind, name, namespace }: WatchedWorkload): string {
  return `${kind} ${name}${namespace === undefined ? '' : ` of namespace ${namespace}`}`;
}

/** What selects the series or log streams of all but a workload. */
export function matcherOfOthers({ kind, name }: WatchedWorkload, workloadLabel?: string): string {
  if (workloadLabel !== undefined) return `${workloadLabel}!=${JSON.stringify(name)}`;
  return `pod!~${JSON.stringify(podNames(kind, name))}`;
}

/** What selects the series or log streams of a workload: by a label with its name, or by its pods. */
export function matchersOf({ kind, name, namespace }: WatchedWorkload, workloadLabel?: string): string[] {
  if (workloadLabel !== undefined) return equals({ [workloadLabel]: name });
  return [...namespace === undefined ? [] : equals({ namespace }), `pod=~${JSON.stringify(podNames(kind, name))}`];
}
