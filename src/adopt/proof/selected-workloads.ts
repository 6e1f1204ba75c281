import { ManifestObject, ManifestSet, Workload } from '../../manifest';
import { Direction, Network } from '../../reachability';

const DIRECTIONS: readonly Direction[] = ['egress', 'ingress'];

/** The workloads that a policy isolates; none for what is no policy. */
export function workloadsSelectedBy(policy: ManifestObject, network: Network, set: ManifestSet): Workload[] {
  if (policy.kind !== 'NetworkPolicy') return [];
  return set.workloads.filter(workload => DIRECTIONS.some(direction =>
    network.policiesOf(workload, direction).some(({ object }) => object === policy)));
}
