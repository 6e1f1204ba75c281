import { rule } from '../../rule';
import { PolicyView } from '../private/policy-view';
import { titleOfPolicy } from '../private/rule-ports';

export const hostNetworkSelected = rule({
  code: 'NET321',
  title: 'a NetworkPolicy selects only pods in the network of their node',
  severity: 'warning',
  reads: ['network'],
  why: 'Pods with `hostNetwork: true` use the addresses of their node. Network plugins cannot tell their traffic from that of the node, so the policy neither blocks nor admits anything, '
    + 'and reads as if it did.',
  repair: 'Remove `hostNetwork`, or the policy; the node\'s firewall limits such pods.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-and-hostnetwork-pods',
  *check({ network }) {
    const view = PolicyView.of(network);
    for (const policy of view.policies) {
      const workloads = view.workloadsOf(policy);
      if (policy.pods.everything || workloads.length === 0 || !workloads.every(({ hostNetwork }) => hostNetwork)) continue;
      const [{ kind, name, object, podPath }] = workloads;
      yield {
        at: policy.object.at('spec', 'podSelector'),
        message: `${titleOfPolicy(policy)} has no effect: ${kind} ${name}, which it selects, runs in the network of its node`,
        fix: 'remove hostNetwork from the pods, or remove the policy',
        related: [{ at: object.at(...podPath, 'hostNetwork'), message: 'the network of the node' }],
      };
    }
  },
});
