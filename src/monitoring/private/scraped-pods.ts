import { Construct } from 'constructs';
import { WatchedServer } from './watched-server';
import { spelled, WatchedWorkload } from './watched-workload';
import { constructError } from '../../app/private/errors';
import { Warnings } from '../../app/warnings';
import { IngressPolicy } from '../../network/ingress-policy';
import { carries } from '../../network/private/labels';
import { WiredWorkload } from '../../workload/private/wiring';
import { NatsExporter } from '../nats-exporter';

/** Pods with a port for metrics. */
export interface ScrapedPods {
  /** Undefined where every pod of the namespace is meant. */
  readonly labels?: { readonly [key: string]: string };

  /** Undefined where it is left to `kubectl apply -n`. */
  readonly namespace?: string;
  readonly portName: string;
  readonly port: number;
}

/** Pods of a workload with a port for metrics. */
export interface ScrapedWorkload extends ScrapedPods {
  readonly name: string;
  readonly labels: { readonly [key: string]: string };
  readonly workload: WiredWorkload;
}

/** The pods of an exporter. */
export interface ScrapedExporter extends ScrapedPods {
  readonly namespace: string;
  readonly policy?: IngressPolicy;
}

/**
 * The workloads with a container port of this name, by now.
 * @throws if the name is given and no workload has such a port
 */
export function scrapedWorkloads(scope: Construct, workloads: readonly WatchedWorkload[], given: string | undefined): ScrapedWorkload[] {
  const portName = given ?? 'metrics';
  const scraped = workloads.flatMap(({ workload, name, namespace }) => {
    const port = workload.containers.flatMap(({ ports }) => ports).find(each => each.name === portName);
    return port ? [{ workload, name, labels: workload.identity, namespace, portName, port: port.number }] : [];
  });
  if (given !== undefined && scraped.length === 0) {
    throw constructError(scope, `no container of ${workloads.map(spelled).join(', ')} has a port named ${portName}`,
      `name the port of the metrics, as in ports: [{ name: '${portName}', number: 9090 }], or leave metricsPort out`);
  }
  return scraped;
}

/** Warns of workloads that are not scraped, and whose series no label of pushed metrics finds. */
export function warnOfUnseen(scope: Construct, workloads: readonly WatchedWorkload[], scraped: readonly ScrapedWorkload[], portName = 'metrics'): void {
  const unseen = workloads.filter(({ workload }) => !scraped.some(pods => pods.workload === workload));
  if (unseen.length === 0) return;
  Warnings.add(scope, `no container of ${unseen.map(spelled).join(', ')} has a port named ${portName}, so that no alert on its metrics ever fires; `
    + 'give it such a port, give clientMetrics.workloadLabel where metrics are pushed, or set metricAlerts to false');
}

/** Those that no other one's labels select as well: pods that are selected twice are scraped twice. */
export function eachPodOnce(scraped: readonly ScrapedWorkload[]): ScrapedWorkload[] {
  return scraped.filter((pods, i) => !scraped.some((other, j) => i !== j
    && other.namespace === pods.namespace && carries(pods.labels, other.labels) && (j < i || !carries(other.labels, pods.labels))));
}

/** The exporter of a server; by default that of the official Helm chart. */
export function scrapedExporter(server: WatchedServer, { namespace, podLabels, portName = 'prom-metrics', port = 7777, policy }: NatsExporter = {}): ScrapedExporter {
  return { namespace: namespace ?? server.namespace, labels: podLabels ?? server.podLabels, portName, port, policy };
}
