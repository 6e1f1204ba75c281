import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';

/**
 * Makes charts depend on the charts right below them, and on those that their constructs depend on.
 * @returns whether there are such dependencies, so that file names carry an index
 * @throws if a construct outside all charts depends on something
 */
export function addChartDependencies(tree: readonly IConstruct[]): boolean {
  let found = false;
  const add = (source: IConstruct, target: IConstruct): void => {
    source.node.addDependency(target);
    found = true;
  };
  for (const parent of tree) {
    if (!Chart.isChart(parent)) continue;
    for (const child of parent.node.children) if (Chart.isChart(child)) add(parent, child);
  }
  const dependencies = tree.flatMap(source => source.node.dependencies.map(target => ({ source: Chart.of(source), target: Chart.of(target) })));
  for (const { source, target } of dependencies) if (source !== target) add(source, target);
  return found;
}
