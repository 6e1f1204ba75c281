import { IConstruct } from 'constructs';
import { PodIdentity } from './identity';
import { LabelIndex } from './label-index';
import { carries, Labels } from './labels';
import { chartOf } from '../../app/private/chart-of';
import { perApp } from '../../app/private/per-app';

/** Pods as one chart means them; those of the app itself are meant by all of its charts. */
interface ChartPods {
  readonly chart: IConstruct;
  readonly labels: Labels;
}

interface NamespaceIsolation {
  readonly isolated: LabelIndex<ChartPods>;
  readonly waiting: LabelIndex<ChartPods & { readonly callback: () => void }>;
}

const isolationByNamespace = perApp(() => new Map<string, NamespaceIsolation>());

/**
 * Declares that a policy closes the ingress of all pods of a namespace that carry these labels, without labels of every pod.
 * It counts for the chart of `scope`, since another one may go to another cluster; for all charts where `scope` is the app.
 */
export function declareIsolated(scope: IConstruct, { labels, namespace }: PodIdentity): void {
  const isolation = isolationOf(scope, namespace);
  const declared = { chart: chartOf(scope), labels };
  isolation.isolated.add(labels, declared);
  const reached = isolation.waiting.carrying(labels).filter(pods => covers(declared, pods));
  reached.forEach(pods => isolation.waiting.delete(pods.labels, pods));
  reached.forEach(({ callback }) => callback());
}

/** Whether the ingress of these pods has been declared closed by now, as the chart of `scope` means them. */
export function isIsolated(scope: IConstruct, { labels, namespace }: PodIdentity): boolean {
  const pods = { chart: chartOf(scope), labels };
  return isolationOf(scope, namespace).isolated.within(labels).some(declared => covers(declared, pods));
}

/** Calls back once: now if the pods are isolated, else as soon as they are. */
export function onIsolated(scope: IConstruct, pods: PodIdentity, callback: () => void): void {
  if (isIsolated(scope, pods)) callback();
  else isolationOf(scope, pods.namespace).waiting.add(pods.labels, { chart: chartOf(scope), labels: pods.labels, callback });
}

function covers(declared: ChartPods, pods: ChartPods): boolean {
  return (declared.chart === pods.chart || declared.chart === pods.chart.node.root) && carries(pods.labels, declared.labels);
}

/** Where the namespace is left to `kubectl apply -n`, the charts tell the pods apart. */
function isolationOf(scope: IConstruct, namespace = ''): NamespaceIsolation {
  const all = isolationByNamespace(scope);
  const isolation = all.get(namespace) ?? { isolated: new LabelIndex(), waiting: new LabelIndex() };
  all.set(namespace, isolation);
  return isolation;
}
