import { decideEndpoint } from './decide-endpoint';
import { EndpointPods, endpointPods } from './endpoint-pods';
import { addPort, addRule, AdmittedPort } from './policy-entries';
import { policyMeant } from './policy-meant';
import { protocolOf } from './protocol-of';
import { policyOf, StoppedNeeds } from './stopped-needs';
import { writesPeer } from './writes-peer';
import { Edit } from '../../../edit';
import { Policy } from '../../../reachability/policy';
import { Correction } from '../../correction';
import { Facts, Need } from '../../facts/facts';

/** What admits an endpoint that the egress policies of workloads stop: a rule in the policy of each workload that is meant for it. */
export function admitEgress(stopped: StoppedNeeds, facts: Pick<Facts, 'needs' | 'network'>): Correction {
  const { needs } = stopped;
  const [need] = needs;
  const endpoint = endpointPods(need, facts.network);
  if (!endpoint) return decideEndpoint(need, policyOf(stopped), facts.network);
  const policies = new Set<Policy>();
  for (const { workload } of needs) {
    const meant = policyMeant(workload, { need, ...endpoint }, facts);
    if ('decide' in meant) return meant;
    policies.add(meant.policy);
  }
  return { edits: [...policies].flatMap(policy => admitIn(policy, endpoint, need)) };
}

function admitIn(policy: Policy, { pods, ports }: EndpointPods, need: Need): Edit[] {
  const admitted = ports.map((port): AdmittedPort => ({ protocol: protocolOf(need), port }));
  const rule = policy.egress.find(one => one.ports && writesPeer(one, pods));
  if (!rule?.ports) return [addRule(policy, 'egress', [pods], admitted)];
  const last = rule.ports.length - 1;
  return admitted.map(port => addPort(policy.object, 'egress', rule.index, last, port));
}
