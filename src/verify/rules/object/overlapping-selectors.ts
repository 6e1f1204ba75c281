import { Workload } from '../../../manifest';
import { Selector } from '../../../reachability/selector';
import { rule } from '../../rule';
import { PodIndex } from '../private/pod-index';

const KINDS: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']);

export const overlappingSelectors = rule({
  code: 'OBJ518',
  title: 'The selector of a workload also selects the pods of another',
  severity: 'warning',
  reads: ['workloads', 'set'],
  why: 'Controllers own pods by their selectors, and the documents forbid overlaps: autoscalers count the pods of the other workload, budgets and Services take both as one, '
    + 'and pods without an owner are adopted by the wrong one.',
  repair: 'Give each workload a label of its own, in its selector and its pod template.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector',
  *check({ workloads, set }) {
    const pods = PodIndex.of(set);
    for (const workload of workloads) {
      const selector = Selector.parse(workload.object.get('spec', 'selector'));
      if (!KINDS.has(workload.kind) || !selector.valid || selector.everything) continue;
      const other = pods.selected(workload.namespace, selector).find(candidate => isOther(workload, candidate));
      if (!other) continue;
      yield {
        at: { ...workload.object.at('spec', 'selector'), part: 'key' },
        message: `${workload.kind} ${workload.name} selects pods with ${selector}, and so those of ${other.kind} ${other.name}`,
        fix: 'give each of the two a label of its own, in selector and template',
        related: [{ at: other.object.at(...other.templatePath, 'metadata', 'labels'), message: 'the labels of the other pods' }],
      };
    }
  },
});

/** Whether two workloads run side by side, under controllers that keep their pods. */
function isOther(workload: Workload, candidate: Workload): boolean {
  return KINDS.has(candidate.kind)
    && candidate.namespace === workload.namespace
    && (candidate.kind !== workload.kind || candidate.name !== workload.name);
}
