import { ManifestSet } from '../../../manifest';
import { Policy } from '../../../reachability/policy';
import { Decision } from '../../correction';

/** What to decide where a policy has more pods than the manifests may show: it selects no label, and nobody said what the cluster holds. */
export function decideUnknownPods({ name, object, pods }: Policy, set: ManifestSet): Decision | undefined {
  const hasLabel = pods.requirements.some(({ operator }) => operator === 'In' || operator === 'Exists');
  if (hasLabel || knowsPods(set)) return undefined;
  const where = object.namespace === '' ? 'its namespace' : `namespace ${object.namespace}`;
  return { decide: `give the state of the cluster with --cluster-state: NetworkPolicy ${name} may select pods of ${where} that the files do not show, and these may need more` };
}

/** Whether the manifests show the pods of the cluster. */
export function knowsPods({ hasState, closedWorld }: ManifestSet): boolean {
  return hasState || closedWorld;
}
