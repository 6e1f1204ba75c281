/** What tells Prometheus to scrape pods. */
export enum ScrapeBy {
  /** A PodMonitor of the Prometheus Operator for each workload; it needs no Service. */
  POD_MONITOR = 'PodMonitor',
  /** A ServiceMonitor of the Prometheus Operator for each workload, whose Service has a port for metrics. */
  SERVICE_MONITOR = 'ServiceMonitor',
  /** The annotations `prometheus.io/scrape`, `/port` and `/path` of the pods, for a Prometheus that looks for them. */
  ANNOTATIONS = 'annotations',
}
