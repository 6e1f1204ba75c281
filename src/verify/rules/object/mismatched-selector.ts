import { Workload } from '../../../manifest';
import { completeLabels } from '../../../reachability/label-set';
import { Selector } from '../../../reachability/selector';
import { rule } from '../../rule';

const KINDS: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']);

export const mismatchedSelector = rule({
  code: 'OBJ509',
  title: 'The selector of a workload does not select the pods of its template',
  severity: 'error',
  reads: ['workloads'],
  why: 'A Deployment finds its pods by labels. The API server refuses one whose template makes pods that it would not find: mostly a label was renamed in one of the two places.',
  repair: 'Write the same labels into `spec.selector.matchLabels` and `spec.template.metadata.labels`. The selector of an object that exists cannot be changed: delete the object first.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector',
  check: ({ workloads }) => workloads.flatMap((workload) => {
    const selector = KINDS.has(workload.kind) ? selectorOf(workload) : undefined;
    if (!selector?.valid || (selector.match(completeLabels(workload.podLabels)) === 'yes' && !selector.everything)) return [];
    const labels = Selector.ofLabels(workload.podLabels).toString();
    return [{
      at: { ...workload.object.at('spec', 'selector'), part: 'key' },
      message: selector.everything
        ? `${workload.kind} ${workload.name} has an empty selector, which is refused`
        : `${workload.kind} ${workload.name} selects pods with ${selector}, and its template makes pods with ${labels === 'everything' ? 'no labels' : labels}`,
      fix: 'write the same labels into spec.selector.matchLabels and spec.template.metadata.labels',
    }];
  }),
});

function selectorOf({ object }: Workload): Selector | undefined {
  const selector = object.object('spec', 'selector');
  return selector && Selector.parse(selector);
}
