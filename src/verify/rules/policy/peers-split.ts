import { Workload } from '../../../manifest';
import { PolicyRule } from '../../../reachability/policy';
import { rule } from '../../rule';
import { LabelIndex } from '../private/label-index';
import { mergePeers } from '../private/merge-peers';
import { peersOf } from '../private/peer-at';
import { PolicyView } from '../private/policy-view';
import { titleOfPolicy } from '../private/rule-ports';

export const peersSplit = rule({
  code: 'NET323',
  title: 'a rule has a namespace and pods as two peers where one was meant',
  severity: 'warning',
  reads: ['workloads', 'network', 'needs', 'answer'],
  why: 'Two items of `to` or `from` are alternatives. `- namespaceSelector` followed by `- podSelector` admits every pod of that namespace, and the pods with these labels in the '
    + 'policy\'s own namespace, where there are none. Without the second hyphen it is one item, and both have to hold.',
  repair: 'Write `podSelector` and `namespaceSelector` into one item.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
  *check({ workloads, network, needs, answer }) {
    const peopled = new Set(workloads.map(({ namespace }) => namespace));
    const byLabel = new LabelIndex<Workload>(network.set.workloads, ({ podLabels }) => podLabels);
    for (const policy of PolicyView.of(network).policies.filter(({ object }) => peopled.has(object.namespace))) {
      for (const at of peersOf(policy)) {
        const { peer, rule: one, place } = at;
        if (peer.type !== 'pods' || peer.namespaces || peer.pods.everything || !peer.pods.valid || !namesNamespace(one)) continue;
        if (byLabel.anyMeets(policy.object.namespace, peer.pods)) continue;
        yield {
          at: place,
          message: `${titleOfPolicy(policy)} admits pods with ${peer.pods} of its own namespace${policy.namespace ? ` ${policy.namespace}` : ''}, where no workload has one of these labels, `
            + 'beside all pods of another namespace',
          correct: () => mergePeers(at, { needs, answer, network }),
          fix: 'remove the hyphen in front of podSelector, so that it limits the namespaceSelector above',
        };
      }
    }
  },
});

/** Whether another peer of the rule is a namespace as a whole. */
function namesNamespace({ peers }: PolicyRule): boolean {
  return peers!.some(peer => peer.type === 'pods' && peer.namespaces && !peer.namespaces.everything && peer.pods.everything);
}
