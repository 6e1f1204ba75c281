import { Workload } from '../../../manifest';
import { portsOfPods } from '../../../reachability/pods';
import { placeOfRule, PolicyRule } from '../../../reachability/policy';
import { rule } from '../../rule';
import { egressRulesInUse } from '../private/egress-rules-in-use';
import { PolicyView } from '../private/policy-view';
import { hasEveryPeer, onePort, titleOfPolicy } from '../private/rule-ports';

export const egressOnOwnPort = rule({
  code: 'NET315',
  title: 'an egress rule opens the port that the pods themselves listen on',
  severity: 'advice',
  reads: ['needs', 'network', 'answer'],
  why: 'Probes, scrapes and clients come in: they are ingress, and probes of the pod\'s own node pass every policy. An egress rule for the pod\'s own port answers none of them. '
    + 'It lets the pods reach that port everywhere else.',
  repair: 'Remove the rule; write an ingress policy for those who call the pods.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  *check(facts) {
    const view = PolicyView.of(facts.network);
    const inUse = egressRulesInUse(facts);
    for (const policy of view.policies) {
      const workloads = view.workloadsOf(policy);
      if (!policy.directions.has('egress') || workloads.length === 0) continue;
      for (const one of policy.egress) {
        const { ports } = one;
        if (!ports || !hasEveryPeer(one) || inUse.has(policy.object, one.index) || !workloads.every(workload => servesAll(workload, ports))) continue;
        yield {
          at: placeOfRule(one),
          message: `${titleOfPolicy(policy)} admits egress to every address on ${ports.map(port => onePort(port)).join(', ')}, the port that its own pods listen on, `
            + 'and nothing shows that they call that port elsewhere',
          fix: 'remove the rule; callers and probes come in by ingress',
        };
      }
    }
  },
});

function servesAll(workload: Workload, ports: NonNullable<PolicyRule['ports']>): boolean {
  const served = portsOfPods(workload);
  return ports.every(entry => entry.type === 'range' && served.some(({ port, protocol }) => port === onePort(entry) && protocol === entry.protocol));
}
