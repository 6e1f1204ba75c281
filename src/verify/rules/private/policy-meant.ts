import { briefly } from './briefly';
import { egressPolicies, openPolicies } from './egress-policies';
import { EndpointPods, endpointPods } from './endpoint-pods';
import { ownerDecides } from './owner-decides';
import { PolicyView } from './policy-view';
import { protocolOf } from './protocol-of';
import { admitsPort, titleOfPolicy } from './rule-ports';
import { endpointOf, titleOfWorkload } from './stopped-needs';
import { Workload } from '../../../manifest';
import { Policy } from '../../../reachability/policy';
import { Decision } from '../../correction';
import { Facts, Need } from '../../facts/facts';

/** An endpoint that a policy is to admit, by one of the needs for it. */
export interface NeededEndpoint extends EndpointPods {
  readonly need: Need;
}

/** The egress policy of a workload that a rule belongs to. */
export interface PolicyMeant {
  readonly policy: Policy;
}

/** The egress policy of a workload that an endpoint belongs to; a decision where none does, several may, or it would open the endpoint to others. */
export function policyMeant(workload: Workload, endpoint: NeededEndpoint, facts: Pick<Facts, 'needs' | 'network'>): PolicyMeant | Decision {
  const view = PolicyView.of(facts.network);
  const title = titleOfWorkload(workload);
  const what = endpointOf(endpoint.need);
  const all = egressPolicies(workload, facts.network);
  const open = openPolicies(all);
  if (open.length === 0) return decideWithout(all, `admit ${what} for ${title}`);
  const ofKind = open.filter(one => opens(one, endpoint));
  const own = open.filter(one => view.workloadsOf(one).length === 1);
  const policy = [open, ofKind, own].find(({ length }) => length === 1)?.[0];
  if (!policy) return { decide: `choose the policy that admits ${what} for ${title}, and write the rule there: ${open.map(titleOfPolicy).sort().join(' or ')}` };
  const others = view.workloadsOf(policy).filter(other => canBeToldFrom(workload, other) && !needsIt(other, endpoint, facts));
  if (others.length === 0) return { policy };
  return {
    decide: `write a rule for ${what} in ${titleOfPolicy(policy)} if ${briefly(others.map(titleOfWorkload))}, which it selects too, may reach that as well, `
      + `or an egress policy for ${title} alone`,
  };
}

/** A decision where no policy of the files admits anything yet. */
export function decideWithout(policies: readonly Policy[], change: string): Decision {
  const own = policies.filter(({ object }) => object.origin === 'files').map(titleOfPolicy);
  return own.length > 0 ? { decide: `${change} in ${own.sort().join(' or ')}, which admits nothing so far, or write a policy that does` } : ownerDecides(policies[0].object, change);
}

/** Whether a policy has a rule for an endpoint of this kind. */
function opens({ egress }: Policy, { need, ports }: NeededEndpoint): boolean {
  return egress.some(rule => rule.ports && ports.some(port => admitsPort(rule, protocolOf(need), port)));
}

/** Whether another workload lacks a label, so that a policy can select the one without the other. */
function canBeToldFrom({ podLabels }: Workload, { podLabels: other }: Workload): boolean {
  return Object.entries(podLabels).some(([key, value]) => other[key] !== value);
}

function needsIt(workload: Workload, { pods, ports }: NeededEndpoint, { needs, network }: Pick<Facts, 'needs' | 'network'>): boolean {
  const wanted = JSON.stringify([pods, ports]);
  return needs.some((need) => {
    const endpoint = need.workload === workload ? endpointPods(need, network) : undefined;
    return endpoint !== undefined && JSON.stringify([endpoint.pods, endpoint.ports]) === wanted;
  });
}
