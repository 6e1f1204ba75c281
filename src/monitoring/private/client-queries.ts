import { ClientMetricNames } from './metric-names';
import { equals, select } from './selector';

/** The queries on the metrics of programs. Alerts and dashboard ask the same. */
export class ClientQueries {
  /** @param matchers what selects the programs */
  constructor(private readonly names: ClientMetricNames, private readonly matchers: readonly string[]) {}

  /** 1 for each pod that is connected and 0 for each that is not; none where the metric has no name. */
  public get connected(): string | undefined {
    return this.names.connected && `min by (pod) (${select(this.names.connected, ...this.matchers)})`;
  }

  /** Reconnections of each pod within 15 minutes; none where the metric has no name. */
  public get reconnections(): string | undefined {
    return this.names.reconnections && `max by (pod) (increase(${select(this.names.reconnections, ...this.matchers)}[15m]))`;
  }

  /** The slowest hundredth, in seconds. */
  public get latency(): string {
    const series = select(`${this.names.latency}_bucket`, ...equals(this.names.selector), 'messaging_operation_type!~"receive|process"', ...this.matchers);
    return `histogram_quantile(0.99, sum by (le) (rate(${series}[5m])))`;
  }

  /** Messages a second, failed ones included. */
  public get sendRate(): string {
    return `sum(rate(${this.sent}[5m]))`;
  }

  /** Failed messages a second. */
  public get failureRate(): string {
    return `sum(rate(${this.failed}[5m]))`;
  }

  /** Messages within 15 minutes that did not fail; 0 of a program that counts none, since a counter is not there before its first message. */
  public get succeeded(): string {
    return `(sum(increase(${this.sent}[15m])) or vector(0)) - (sum(increase(${this.failed}[15m])) or vector(0))`;
  }

  private get sent(): string {
    return select(this.names.sentMessages, ...equals(this.names.selector), ...this.matchers);
  }

  private get failed(): string {
    const { failedMessages, sentMessages, selector } = this.names;
    if (failedMessages !== undefined) return select(failedMessages, ...this.matchers);
    return select(sentMessages, ...equals(selector), 'error_type!=""', ...this.matchers);
  }
}
