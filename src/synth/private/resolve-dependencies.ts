import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';

interface Dependency {
  readonly source: IConstruct;
  readonly target: IConstruct;
}

/**
 * Makes charts depend on the charts right below them and on those that their constructs depend on, and objects on the objects that the constructs around them
 * depend on, as cdk8s does.
 * @returns whether charts depend on each other, so that file names carry an index
 * @throws if a construct outside all charts depends on something
 */
export function resolveDependencies(tree: readonly IConstruct[]): boolean {
  const ofCharts = [...nestedCharts(tree), ...chartsOf(dependenciesOf(tree))];
  for (const { source, target } of ofCharts) source.node.addDependency(target);

  const objects = new Map<IConstruct, readonly ApiObject[]>();
  for (const dependency of dependenciesOf(tree)) {
    const [sources, targets] = [dependency.source, dependency.target].map(construct => objectsBelow(construct, objects));
    for (const target of targets) for (const source of sources) if (source !== target) source.node.addDependency(target);
  }
  return ofCharts.length > 0;
}

function dependenciesOf(tree: readonly IConstruct[]): Dependency[] {
  return tree.flatMap(source => source.node.dependencies.map(target => ({ source, target })));
}

function nestedCharts(tree: readonly IConstruct[]): Dependency[] {
  return tree.filter(parent => Chart.isChart(parent))
    .flatMap(source => source.node.children.filter(child => Chart.isChart(child)).map(target => ({ source, target })));
}

function chartsOf(dependencies: readonly Dependency[]): Dependency[] {
  return dependencies.map(({ source, target }) => ({ source: Chart.of(source), target: Chart.of(target) }))
    .filter(({ source, target }) => source !== target);
}

/** The objects of a construct's chart that lie in the construct. */
function objectsBelow(construct: IConstruct, known: Map<IConstruct, readonly ApiObject[]>): readonly ApiObject[] {
  let objects = known.get(construct);
  if (!objects) {
    const chart = Chart.of(construct);
    objects = construct.node.findAll().filter(each => ApiObject.isApiObject(each) && Chart.of(each) === chart) as ApiObject[];
    known.set(construct, objects);
  }
  return objects;
}
