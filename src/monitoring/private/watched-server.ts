import { Construct } from 'constructs';
import { spelled, WatchedWorkload } from './watched-workload';
import { IEndpoint } from '../../address/endpoint';
import { constructError } from '../../app/private/errors';

/** A NATS server of the cluster, as what watches over it needs it. */
export interface WatchedServer {
  /** Its URL. */
  readonly url: string;
  readonly namespace: string;
  readonly podLabels?: { readonly [key: string]: string };

  /** Those of the watched workloads that connect to it. */
  readonly clients: readonly WatchedWorkload[];
}

/**
 * The server that is watched: the given one, or that of the workloads. Undefined where they connect to one outside the cluster.
 * @throws if none is given and the workloads connect to several
 */
export function watchedServer(scope: Construct, given: IEndpoint | undefined, workloads: readonly WatchedWorkload[]): WatchedServer | undefined {
  const servers = new Map((given ? [given] : workloads.map(({ server }) => server)).map(server => [server.description, server]));
  if (servers.size > 1) {
    throw constructError(scope, `the workloads connect to ${[...servers.keys()].sort().join(' and ')}`, 'make one for the workloads of each server');
  }
  const [server] = servers.values();
  const { namespace, podLabels } = server?.egress[0]?.peers[0] ?? {};
  if (!server || namespace === undefined) return undefined;
  return { url: server.description, namespace, podLabels, clients: workloads.filter(client => client.server.description === server.description) };
}

/** A sentence for people. */
export function spelledClients({ clients }: WatchedServer): string {
  return clients.length === 0 ? 'No watched workload connects to it.' : `Its clients: ${clients.map(spelled).join(', ')}.`;
}
