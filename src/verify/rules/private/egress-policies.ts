import { PolicyView } from './policy-view';
import { Workload } from '../../../manifest';
import { Network } from '../../../reachability';
import { Policy } from '../../../reachability/policy';
import { isDefaultDeny } from '../../../reachability/policy-set';

/** The policies that limit the egress of a workload to what they admit, those of the state included; a default deny is none of them. */
export function egressPolicies(workload: Workload, network: Network): Policy[] {
  return PolicyView.of(network).selecting(workload, 'egress').certain.filter(policy => !isDefaultDeny(policy, 'egress'));
}

/** Those of them that a rule can be added to: they are in the files, and admit something. */
export function openPolicies(policies: readonly Policy[]): Policy[] {
  return policies.filter(({ object, egress }) => object.origin === 'files' && egress.length > 0);
}
