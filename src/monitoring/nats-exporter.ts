import { IngressPolicy } from '../network/ingress-policy';

/** The exporter that gives the server's figures to Prometheus, which cannot read the server's own monitoring port: that speaks JSON. */
export interface NatsExporter {
  /**
   * Namespace of its pods.
   * @default - that of the server
   */
  readonly namespace?: string;

  /**
   * Labels of its pods, and with `ScrapeBy.SERVICE_MONITOR` of its Service.
   * @default - those of the server's pods, in which the official Helm chart runs it; every pod that has the port where they are not known
   */
  readonly podLabels?: { readonly [key: string]: string };

  /**
   * Name of its port, on the container and the Service.
   * @default 'prom-metrics', as in the official Helm chart
   */
  readonly portName?: string;

  /**
   * Number of its port on the pods, for the policy that admits the scraper.
   * @default 7777
   */
  readonly port?: number;

  /**
   * The ingress policy of its pods, where another chart of the app isolates them: it admits the scraper.
   * @default - a policy of its own, where the chart of the monitoring isolates the pods
   */
  readonly policy?: IngressPolicy;
}
