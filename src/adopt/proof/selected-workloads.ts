import { findIn } from './find-in';
import { policyTypes } from '../../compare/private/policy-lines';
import { ManifestObject, ManifestSet, Workload } from '../../manifest';
import { Direction, Network } from '../../reachability';
import { Facts } from '../../verify';

const DIRECTIONS: readonly Direction[] = ['egress', 'ingress'];

/** The workloads that a policy isolates; none for what is no policy. */
export function workloadsSelectedBy(policy: ManifestObject, network: Network, set: ManifestSet): Workload[] {
  if (policy.kind !== 'NetworkPolicy') return [];
  return set.workloads.filter(workload => DIRECTIONS.some(direction =>
    network.policiesOf(workload, direction).some(({ object }) => object === policy)));
}

/** Whether a new policy closes ways that lead to workloads: others take those today. */
export function closesWaysTo(policy: ManifestObject, input: Facts, output: Facts): boolean {
  return policyTypes(policy.value).includes('Ingress') && workloadsSelectedBy(policy, output.network, output.set).some(({ object }) => {
    const before = findIn(input.set, object);
    const workload = before && input.set.workload(before);
    return workload !== undefined && !input.network.isIsolated(workload, 'ingress');
  });
}
