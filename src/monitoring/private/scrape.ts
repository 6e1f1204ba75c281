import { ApiObject, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { namedObject } from './named-object';
import { promDuration } from './prom-duration';
import { eachPodOnce, ScrapedPods, ScrapedWorkload } from './scraped-pods';
import { constructError } from '../../app/private/errors';
import { NatsScrapeOptions } from '../nats-scrape-options';
import { ScrapeBy } from '../scrape-by';

/**
 * Tells Prometheus to scrape workloads.
 * @throws if one lives in a namespace that is not known, or has no Service with the port, and a ServiceMonitor is to look for it
 */
export function scrapeWorkloads(scope: Construct, scraped: readonly ScrapedWorkload[], options: NatsScrapeOptions): void {
  const { metricsPath = '/metrics' } = options;
  if (options.scrapeBy === ScrapeBy.ANNOTATIONS) {
    scraped.forEach(pods => annotate(pods, metricsPath));
    return;
  }
  for (const pods of eachPodOnce(scraped)) {
    if (options.scrapeBy === ScrapeBy.SERVICE_MONITOR) requireServicePort(scope, pods);
    renderMonitor(scope, monitorName(scope, pods), pods, { ...options, metricsPath });
  }
}

/** Tells Prometheus to scrape the exporter of a server, unless by annotations: its pods are made elsewhere. */
export function scrapeServer(scope: Construct, name: string, exporter: ScrapedPods, options: NatsScrapeOptions): void {
  if (options.scrapeBy !== ScrapeBy.ANNOTATIONS) renderMonitor(scope, name, exporter, { ...options, metricsPath: '/metrics' });
}

function annotate({ workload: { podMetadata }, port }: ScrapedWorkload, path: string): void {
  podMetadata.addAnnotation('prometheus.io/scrape', 'true');
  podMetadata.addAnnotation('prometheus.io/port', String(port));
  podMetadata.addAnnotation('prometheus.io/path', path);
}

/** Workloads of several namespaces may have one name. */
function monitorName(scope: Construct, { name, namespace, workload }: ScrapedWorkload): string {
  if (namespace === Chart.of(scope).namespace) return name;
  if (namespace !== undefined) return `${namespace}-${name}`;
  throw constructError(scope, `the namespace of ${workload.node.path} is not known, so that nothing can look for its pods there`, 'give its chart a namespace');
}

function renderMonitor(scope: Construct, name: string, { labels, namespace, portName }: ScrapedPods, options: NatsScrapeOptions): void {
  const { scrapeBy: kind = ScrapeBy.POD_MONITOR, metricsPath: path, interval, operatorLabels } = options;
  const endpoint = { port: portName, path, interval: interval && promDuration(interval) };
  namedObject(scope, `scrape ${name}`, {
    apiVersion: 'monitoring.coreos.com/v1',
    kind,
    name,
    labels: operatorLabels,
    spec: {
      selector: labels ? { matchLabels: labels } : {},
      namespaceSelector: namespace === Chart.of(scope).namespace ? undefined : { matchNames: [namespace] },
      ...kind === ScrapeBy.POD_MONITOR ? { podMetricsEndpoints: [endpoint] } : { endpoints: [endpoint] },
    },
  });
}

function requireServicePort(scope: Construct, { workload, portName }: ScrapedWorkload): void {
  const services = workload.node.findAll().filter(each => each instanceof kplus.Service);
  const ports: { name?: string }[] = services.flatMap(service => ApiObject.of(service).toJson().spec.ports);
  if (ports.some(({ name }) => name === portName)) return;
  throw constructError(scope, `${workload.node.path} has no Service with a port named ${portName}, so that a ServiceMonitor finds nothing`,
    'call exposeHttp with additionalPorts before, or take ScrapeBy.POD_MONITOR');
}
