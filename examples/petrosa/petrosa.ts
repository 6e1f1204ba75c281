import { App, Chart } from 'cdk8s';
import { NatsMonitoring } from 'cdk8s-petrosa';
import { Cio } from './cio';
import { DataExtractor } from './data-extractor';
import { PetrosaPlatform } from './platform';
import { RealtimeStrategies } from './realtime-strategies';
import { TaBot } from './ta-bot';

/** Adds the systems of the platform to an app, one chart each, and what watches over the programs that stay connected to NATS. */
export function addPetrosa(app: App): void {
  const platform = new PetrosaPlatform(app);
  new DataExtractor(app, platform);
  const workloads = [RealtimeStrategies, TaBot, Cio].map(System => new System(app, platform).program);
  const chart = new Chart(app, 'petrosa-monitoring', { namespace: platform.namespace });
  const scraper = { namespace: platform.monitoringNamespace, podLabels: {} };
  // The collector says of the metrics that programs push which Deployment they come from.
  new NatsMonitoring(chart, 'monitoring', { workloads, scraper, clientMetrics: { workloadLabel: 'k8s_deployment_name' } });
}
