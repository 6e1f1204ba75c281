import { Service, Workload } from '../../../manifest';
import { Policy } from '../../../reachability/policy';
import { Selector } from '../../../reachability/selector';
import { rule } from '../../rule';
import { LabelIndex } from '../private/label-index';
import { PodIndex } from '../private/pod-index';
import { PolicyView } from '../private/policy-view';
import { titleOfPolicy } from '../private/rule-ports';

export const selectsNoPods = rule({
  code: 'NET312',
  title: 'a NetworkPolicy selects no pods',
  severity: 'warning',
  reads: ['set', 'workloads', 'network'],
  why: 'The labels of pods and the selectors of their policies stand in different files. When one of them changes, nothing fails at once: the policy stays behind without effect, '
    + 'and the pods that it was written for fall back to the default, which is everything or nothing.',
  repair: 'Write the labels of the pod template into `spec.podSelector`, or remove the policy together with the workload that it was for.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  *check({ set, workloads, network }) {
    const view = PolicyView.of(network);
    const index = PodIndex.of(set);
    const clusterIsKnown = set.hasState || set.closedWorld;
    const byLabel = new LabelIndex(workloads, ({ podLabels }) => podLabels);
    const services = new LabelIndex(set.services.filter(({ object }) => object.origin === 'state'), ({ selector }) => selector);
    for (const policy of view.policies) {
      const { pods, object } = policy;
      const { namespace } = object;
      if (!view.isOrphan(policy) || !pods.valid || pods.everything || index.selectsLater(namespace, pods) || hasStandIn(policy, services)) continue;
      const nearest = byLabel.nearest(namespace, pods);
      if (!nearest && !clusterIsKnown) continue;
      const instead = nearest ? `; the nearest, ${nearest.kind} ${nearest.name}, has ${labelsAskedFor(pods, nearest)}` : '';
      yield {
        at: object.at('spec', 'podSelector'),
        severity: clusterIsKnown ? undefined : 'advice',
        message: `${titleOfPolicy(policy)} selects pods with ${pods}, and no workload${namespace ? ` in ${namespace}` : ''} has such pods${instead}`,
        fix: 'give it the labels of the pods that it is meant for, or remove it',
        related: nearest ? [{ at: nearest.object.at(...nearest.templatePath, 'metadata', 'labels'), message: 'the nearest labels' }] : [],
      };
    }
  },
});

/** Whether a Service of the cluster speaks for pods that the policy selects. */
function hasStandIn({ pods, object }: Policy, services: LabelIndex<Service>): boolean {
  const [first] = pods.requirements;
  return services.meeting(object.namespace, first).some(({ selector }) => pods.match({ labels: selector, unknown: 'all' }) !== 'no');
}

function labelsAskedFor({ requirements }: Selector, { podLabels }: Workload): string {
  return requirements.map(({ key }) => podLabels[key] === undefined ? `no ${key}` : `${key}=${podLabels[key]}`).join(', ');
}
