import { NatsAlertSettings } from './nats-alert-settings';
import { NatsClientMetrics } from './nats-client-metrics';
import { NatsLogs } from './nats-logs';
import { NatsServerMetrics } from './nats-server-metrics';

/** What alerts look at, and when they fire. */
export interface NatsAlertOptions {
  /**
   * How the metrics of the programs are called.
   * @default - as OpenTelemetry calls them; those that it does not know are not looked at
   */
  readonly clientMetrics?: NatsClientMetrics;

  /**
   * How the metrics of the server are called.
   * @default - as prometheus-nats-exporter of the official Helm chart calls them
   */
  readonly serverMetrics?: NatsServerMetrics;

  /**
   * What is looked for in the logs.
   * @default - the texts of the rule book §12, and those of clients and server
   */
  readonly logs?: NatsLogs;

  /**
   * Thresholds, durations and severities, and which alerts there are.
   * @default - see each alert
   */
  readonly settings?: NatsAlertSettings;

  /**
   * URL of the folder that holds a page for each alert, named after it with `.md`.
   * @default 'https://github.com/PetroSa2/cdk8s-petrosa/blob/main/docs/runbooks'
   */
  readonly runbooks?: string;

  /**
   * Labels of the ConfigMap with the rules for Loki, by which the sidecar of Loki finds it.
   * @default - `loki_rule: "1"`
   */
  readonly lokiRuleLabels?: { readonly [key: string]: string };

  /**
   * Whether there are rules for Prometheus.
   * @default true
   */
  readonly metricAlerts?: boolean;

  /**
   * Whether there are rules for Loki.
   * @default true
   */
  readonly logAlerts?: boolean;
}
