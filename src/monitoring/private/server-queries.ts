import { ServerMetricNames } from './metric-names';
import { equals, select } from './selector';

/** The queries on the metrics of a server. Alerts and dashboard ask the same. */
export class ServerQueries {
  private readonly matchers: readonly string[];

  constructor(private readonly names: ServerMetricNames, { namespace }: { readonly namespace: string }) {
    this.matchers = equals(names.selector ?? { namespace });
  }

  /** 1 where there are no metrics of the server. */
  public get absent(): string {
    return `absent(${this.series('connections')})`;
  }

  public get connections(): string {
    return `sum(${this.series('connections')})`;
  }

  /** The share of the connections that each server takes. */
  public get connectionShare(): string {
    return `${this.series('connections')} / ${this.series('maxConnections')}`;
  }

  /** Slow consumers of each server within 5 minutes. */
  public get slowConsumers(): string {
    return `increase(${this.series('slowConsumers')}[5m])`;
  }

  /** The share of its storage that JetStream uses, on each server that has any. */
  public get storageShare(): string {
    return `${this.series('storage')} / (${this.series('maxStorage')} > 0)`;
  }

  /** Failed requests to JetStream within 15 minutes, on each server. */
  public get apiErrors(): string {
    return `increase(${this.series('apiErrors')}[15m])`;
  }

  /** Messages that wait, for each consumer. */
  public get pending(): string {
    return this.ofConsumers('pending');
  }

  /** Messages that were delivered again, for each consumer. */
  public get redelivered(): string {
    return this.ofConsumers('redelivered');
  }

  /** Messages by which a stream is behind, for each stream that it copies. */
  public get sourceLag(): string {
    return `max by (account, stream_name, source_name) (${this.series('sourceLag', 'is_stream_leader!="false"')})`;
  }

  /** Only the leader of a consumer counts: the others say what they knew last. */
  private ofConsumers(metric: 'pending' | 'redelivered'): string {
    return `max by (account, stream_name, consumer_name) (${this.series(metric, 'is_consumer_leader!="false"')})`;
  }

  private series(metric: keyof Omit<ServerMetricNames, 'selector'>, ...more: string[]): string {
    return select(this.names[metric], ...this.matchers, ...more);
  }
}
