import { IConstruct } from 'constructs';
import { WiredVariable } from './wired-variable';
import { WiringOptions } from './wiring-options';
import { IEndpoint } from '../../address/endpoint';
import { perApp } from '../../app/private/per-app';

/** How a workload reaches its NATS server: what another pod needs to go the same way. */
export interface NatsConnection {
  /** `metadata.name` of the workload. */
  readonly name: string;
  readonly server: IEndpoint;
  readonly variables: readonly WiredVariable[];
  readonly options: WiringOptions;
}

const connectionsOf = perApp(() => new Map<IConstruct, NatsConnection>());

/** Records a connection; of several, the first one counts. */
export function recordNatsConnection(workload: IConstruct, connection: NatsConnection): void {
  const connections = connectionsOf(workload);
  if (!connections.has(workload)) connections.set(workload, connection);
}

/** The connection of a workload to NATS, as far as it is declared by now. */
export function natsConnectionOf(workload: IConstruct): NatsConnection | undefined {
  return connectionsOf(workload).get(workload);
}
