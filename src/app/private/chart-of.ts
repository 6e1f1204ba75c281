import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';

/** The chart that a construct lies in, or the app for one that lies in none, such as an imported ConfigMap. */
export function chartOf(scope: IConstruct): IConstruct {
  return [...scope.node.scopes].reverse().find(each => Chart.isChart(each)) ?? scope.node.root;
}
