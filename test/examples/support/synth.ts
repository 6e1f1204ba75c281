import { App, Testing } from 'cdk8s';
import { addPetrosa } from '../../../examples/petrosa/petrosa';
import { Quickstart } from '../../../examples/quickstart/quickstart';
import { Manifest } from '../../support/manifests';

/** The charts of the platform, each with its objects in the order in which they are rendered. */
export function synthCharts(): Map<string, Manifest[]> {
  const app = new App();
  addPetrosa(app);
  return new Map(app.charts.map(chart => [chart.node.id, Testing.synth(chart)]));
}

/** All objects of the platform. */
export function synthPlatform(): Manifest[] {
  return [...synthCharts().values()].flat();
}

/** All objects of the quickstart. */
export function synthQuickstart(): Manifest[] {
  return Testing.synth(new Quickstart(new App()));
}
