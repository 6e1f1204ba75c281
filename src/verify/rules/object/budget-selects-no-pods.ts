import { Selector } from '../../../reachability/selector';
import { rule } from '../../rule';
import { PodIndex } from '../private/pod-index';

export const budgetSelectsNoPods = rule({
  code: 'OBJ512',
  title: 'A PodDisruptionBudget selects no pods',
  severity: 'warning',
  reads: ['objects', 'set'],
  why: 'A budget protects the pods that it selects. One that selects none lets a drain of the node take all replicas at once, and nothing says so.',
  repair: 'Write the labels of the pod template into the selector, or remove the budget.',
  source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  *check({ objects, set }) {
    const pods = PodIndex.of(set);
    for (const object of objects.filter(({ kind, group }) => kind === 'PodDisruptionBudget' && group === 'policy')) {
      const selector = Selector.parse(object.get('spec', 'selector'));
      if (!pods.selectsNothing(object.namespace, selector)) continue;
      const near = pods.nearest(object.namespace, selector, object.name);
      yield {
        at: { ...object.at('spec', 'selector'), part: 'key' },
        severity: set.closedWorld ? 'error' : undefined,
        message: `PodDisruptionBudget ${object.name} selects pods with ${selector}, which no workload makes${near ? `; those of ${near.kind} ${near.name} have ${Selector.ofLabels(near.podLabels)}` : ''}`,
        fix: near ? 'write the labels of the pods into the selector, or remove the budget' : 'remove the budget, or add the workload that it is for',
      };
    }
  },
});
