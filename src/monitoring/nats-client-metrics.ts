/**
 * How the metrics of the programs are called in Prometheus.
 *
 * OpenTelemetry names how many messages a client sends and how long that takes; these are the defaults. Nobody standardises the state of a connection or its
 * reconnections: no default would be right for a program that was not asked, and an alert on a name that does not exist never fires. So their alerts are
 * left out until the name is given, and the log lines of the rule book stand in for them.
 */
export interface NatsClientMetrics {
  /**
   * Counter of the messages that were sent, failed ones included.
   * @default 'messaging_client_sent_messages_total'
   */
  readonly sentMessages?: string;

  /**
   * Counter of the messages that failed to be sent.
   * @default - the series of `sentMessages` with the label `error_type`
   */
  readonly failedMessages?: string;

  /**
   * Histogram, without `_bucket`, of the seconds that it takes the server to answer. Series of `messaging_operation_type` `receive` and `process` do not
   * count: these wait for messages.
   * @default 'messaging_client_operation_duration_seconds'
   */
  readonly latency?: string;

  /**
   * Gauge that is 1 while the program is connected, and 0 while it is not.
   * @default - none, and no alert on it
   */
  readonly connected?: string;

  /**
   * Counter of the reconnections.
   * @default - none, and no alert on it
   */
  readonly reconnections?: string;

  /**
   * What the series of the names that OpenTelemetry gives are selected by beside their workload.
   * @default - `messaging_system: nats`
   */
  readonly selector?: { readonly [label: string]: string };

  /**
   * The label that holds the name of the workload, such as `service_name` for metrics that are pushed.
   * @default - the pods of the workload by the labels `namespace` and `pod`, which those get that Prometheus scrapes
   */
  readonly workloadLabel?: string;
}
