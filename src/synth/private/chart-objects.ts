import { ApiObject, Chart, DependencyGraph } from 'cdk8s';
import { topologyOf } from './topology';

const { toJson } = Chart.prototype;

/** What a chart renders: an object of Kubernetes each, or what its own `toJson` gives. */
export function renderChart(chart: Chart): any[] {
  return chart.toJson === toJson ? apiObjectsOf(chart).map(object => object.toJson()) : Object.values(chart.toJson());
}

/** The objects of a chart, without those of the charts below it, each after those that it depends on. */
export function apiObjectsOf(chart: Chart): ApiObject[] {
  const sorted = topologyOf(chart) ?? new DependencyGraph(chart.node).topology();
  return sorted.filter(construct => ApiObject.isApiObject(construct)).filter(object => Chart.of(object) === chart);
}
