import { Construct } from 'constructs';
import { ClientQueries } from './client-queries';
import { clientMetricNames, LogTexts, logTexts, serverMetricNames } from './metric-names';
import { ServerQueries } from './server-queries';
import { watchedServer, WatchedServer } from './watched-server';
import { matchersOf, watchedWorkloads, WatchedWorkload } from './watched-workload';
import { NatsServer } from '../../address/nats-server';
import { constructError } from '../../app/private/errors';
import { INatsAwareWorkload } from '../../workload/nats-aware-workload';
import { NatsAlertOptions } from '../nats-alert-options';

/** Everything that is watched, with what to ask about it. */
export interface Watched {
  readonly clients: readonly { readonly workload: WatchedWorkload; readonly queries: ClientQueries }[];
  readonly server?: WatchedServer & { readonly queries: ServerQueries };
  readonly texts: LogTexts;
}

interface WatchedProps extends NatsAlertOptions {
  readonly workloads: INatsAwareWorkload[];
  readonly server?: NatsServer;
}

/** @throws if a workload connects to no NATS server yet, the workloads connect to several, or there is nothing to watch */
export function watch(scope: Construct, props: WatchedProps): Watched {
  const workloads = watchedWorkloads(scope, props.workloads);
  const server = watchedServer(scope, props.server, workloads);
  if (workloads.length === 0 && !server) throw constructError(scope, 'there is nothing to watch', 'give workloads, or a server');
  const clientNames = clientMetricNames(props.clientMetrics);
  return {
    clients: workloads.map(workload => ({ workload, queries: new ClientQueries(clientNames, matchersOf(workload, clientNames.workloadLabel)) })),
    server: server && { ...server, queries: new ServerQueries(serverMetricNames(props.serverMetrics), server) },
    texts: logTexts(props.logs),
  };
}
