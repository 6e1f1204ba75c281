import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';

/** The chart that a construct lies in, or the app for one that lies in none, such as an imported ConfigMap. */
export function chartOf(scope: IConstruct): IConstruct {
  let construct = scope;
  while (!Chart.isChart(construct) && construct.node.scope) construct = construct.node.scope;
  return construct;
}
