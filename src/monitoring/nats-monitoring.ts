import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { NatsAlertOptions } from './nats-alert-options';
import { NatsAlerts } from './nats-alerts';
import { NatsScrapeOptions } from './nats-scrape-options';
import { admitScraper } from './private/admit-scraper';
import { checkAlertOptions } from './private/check-alert-options';
import { checkScraping } from './private/check-scraping';
import { dashboardJson } from './private/dashboard';
import { dataFile } from './private/data-file';
import { namedObject } from './private/named-object';
import { scrapeServer, scrapeWorkloads } from './private/scrape';
import { scrapedExporter, scrapedWorkloads, warnOfUnseen } from './private/scraped-pods';
import { watch } from './private/watched';
import { NatsServer } from '../address/nats-server';
import { INatsAwareWorkload } from '../workload/nats-aware-workload';

/** Properties of `NatsMonitoring`. */
export interface NatsMonitoringProps extends NatsAlertOptions, NatsScrapeOptions {
  /** The workloads that are watched; they connect to a NATS server already. */
  readonly workloads: INatsAwareWorkload[];

  /**
   * The server that is watched.
   * @default - the one that the workloads connect to
   */
  readonly server?: NatsServer;

  /**
   * What the names of the objects begin with.
   * @default 'nats-monitoring'
   */
  readonly name?: string;

  /**
   * Whether there is a dashboard for Grafana.
   * @default true
   */
  readonly dashboard?: boolean;

  /**
   * Labels of the ConfigMap with the dashboard, by which the sidecar of Grafana finds it.
   * @default - `grafana_dashboard: "1"`
   */
  readonly dashboardLabels?: { readonly [key: string]: string };

  /**
   * Whether there are alerts, see `NatsAlerts`.
   * @default true
   */
  readonly alerts?: boolean;
}

/**
 * Watches over the connections of workloads to NATS: tells Prometheus to scrape the workloads and the server, admits it to them, and renders a dashboard for
 * Grafana, with a row for each metric of the rule book (§13), and `NatsAlerts`.
 */
export class NatsMonitoring extends Construct {
  /** The alerts. Undefined where they are left out. */
  public readonly alerts?: NatsAlerts;

  /**
   * @throws if a workload connects to no NATS server yet, the workloads connect to several servers, no workload has the given `metricsPort`, or a name, a label
   *   or a setting is none
   */
  constructor(scope: Construct, id: string, props: NatsMonitoringProps) {
    super(scope, id);
    checkAlertOptions(this, props);
    checkScraping(this, props);
    const { name = 'nats-monitoring', dashboardLabels: labels = { grafana_dashboard: '1' } } = props;
    const watched = watch(this, props);
    const clients = watched.clients.map(({ workload }) => workload);
    const workloads = scrapedWorkloads(this, clients, props.metricsPort);
    const exporter = watched.server && scrapedExporter(watched.server, props.exporter);
    if (alertsBySeries(props)) warnOfUnseen(this, clients, workloads, props.metricsPort);
    if (props.scrapeWorkloads ?? true) scrapeWorkloads(this, workloads, props);
    if (exporter && (props.scrapeServer ?? true)) scrapeServer(this, `${name}-server`, exporter, props);
    if (props.admitScraper ?? true) admitScraper(this, [...workloads, ...exporter ? [exporter] : []], props.scraper);
    if (props.dashboard ?? true) {
      const data = dataFile(this, `${name}.json`, dashboardJson(titleOf(this, name), watched));
      namedObject(this, 'dashboard', { apiVersion: 'v1', kind: 'ConfigMap', name: `${name}-dashboard`, labels, data });
    }
    if (props.alerts ?? true) this.alerts = new NatsAlerts(this, 'alerts', { ...props, name: `${name}-alerts`, labels: props.operatorLabels });
  }
}

/** Whether there are alerts on series that have to come from the scraping declared here. */
function alertsBySeries({ alerts = true, metricAlerts = true, scrapeWorkloads: scrapes = true, clientMetrics }: NatsMonitoringProps): boolean {
  return alerts && metricAlerts && scrapes && clientMetrics?.workloadLabel === undefined;
}

function titleOf(scope: Construct, name: string): string {
  return [Chart.of(scope).namespace, name].filter(part => part !== undefined).join(' ');
}
