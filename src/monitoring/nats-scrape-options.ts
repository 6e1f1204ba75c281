import { Duration } from 'cdk8s';
import { NatsExporter } from './nats-exporter';
import { NatsScraper } from './nats-scraper';
import { ScrapeBy } from './scrape-by';

/** What Prometheus scrapes, and how it gets there. */
export interface NatsScrapeOptions {
  /**
   * Whether Prometheus is told to scrape the workloads that have a port for metrics.
   * @default true
   */
  readonly scrapeWorkloads?: boolean;

  /**
   * Whether Prometheus is told to scrape the exporter of the server. Leave it to the Helm chart of the server where that has a PodMonitor of its own.
   * Annotations cannot tell it, since the server's pods are made elsewhere.
   * @default true
   */
  readonly scrapeServer?: boolean;

  /**
   * What tells Prometheus to scrape.
   * @default ScrapeBy.POD_MONITOR
   */
  readonly scrapeBy?: ScrapeBy;

  /**
   * Name of the container port that has the metrics of a program. Workloads without such a port are not scraped: they push their metrics, or have none.
   * @default 'metrics'
   */
  readonly metricsPort?: string;

  /**
   * Path of the metrics of a program.
   * @default '/metrics'
   */
  readonly metricsPath?: string;

  /**
   * How often Prometheus scrapes, in whole seconds. Annotations do not tell it.
   * @default - as often as it does by itself
   */
  readonly interval?: Duration;

  /**
   * What gives the server's figures to Prometheus.
   * @default - the exporter of the official Helm chart
   */
  readonly exporter?: NatsExporter;

  /**
   * The pods that scrape.
   * @default - those of the Prometheus Operator in the namespace `monitoring`
   */
  readonly scraper?: NatsScraper;

  /**
   * Whether an ingress policy admits the scraper to pods that do not admit everybody. It never isolates a pod.
   * @default true
   */
  readonly admitScraper?: boolean;

  /**
   * Labels of the PodMonitors, ServiceMonitors and the PrometheusRule, by which the Prometheus Operator selects them, such as
   * `release: kube-prometheus-stack`.
   * @default - none
   */
  readonly operatorLabels?: { readonly [key: string]: string };
}
