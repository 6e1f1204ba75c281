import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { chartOf } from './chart-of';
import { constructError } from './errors';
import { perApp } from './per-app';
import { Warnings } from '../warnings';

const claims = perApp(() => new Map<string, IConstruct[]>());

/**
 * Names an object of the cluster the same way for all who mean it.
 * Where no namespace is given, `kubectl apply -n` decides for each chart, so that objects of different charts are different.
 */
export function objectId(scope: IConstruct, namespace: string | undefined, name: string): string {
  return namespace === undefined ? `${Chart.of(scope).node.path}//${name}` : `${namespace}/${name}`;
}

/**
 * Says that a construct renders an object. Two charts may go to two clusters, so the same object in both is a warning.
 * @throws if another construct of the chart renders the same one: the later of the two would overwrite the earlier at `kubectl apply`
 */
export function claimName(scope: IConstruct, kind: string, namespace: string | undefined, name: string): void {
  const object = `${kind} ${objectId(scope, namespace, name)}`;
  const others = (claims(scope).get(object) ?? []).filter(other => other !== scope);
  const sibling = others.find(other => chartOf(other) === chartOf(scope));
  if (sibling) throw constructError(scope, `${kind} ${name} is rendered by ${sibling.node.path} as well`, 'give one of the two another name or namespace');
  if (others.length > 0) {
    Warnings.add(scope, `${kind} ${name} is rendered by ${others[0].node.path} as well; if both charts go to one cluster, one overwrites the other: `
      + 'render it once and import it elsewhere');
  }
  claims(scope).set(object, [...others, scope]);
}
