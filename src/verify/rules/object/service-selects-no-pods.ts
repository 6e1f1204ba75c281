import { Selector } from '../../../reachability/selector';
import { rule } from '../../rule';
import { PodIndex, selectorOfService } from '../private/pod-index';

export const serviceSelectsNoPods = rule({
  code: 'OBJ510',
  title: 'A Service selects no pods',
  severity: 'warning',
  reads: ['objects', 'set'],
  why: 'A Service without pods has no endpoints: its name resolves, and every connection is refused or hangs. It happens where the labels of a Deployment change and the Service stays, '
    + 'or where the Deployment is removed.',
  repair: 'Write the labels of the pod template into the selector, or remove the Service together with what points at it.',
  source: '§8',
  *check({ objects, set }) {
    const pods = PodIndex.of(set);
    for (const object of objects) {
      const service = set.service(object.namespace, object.name);
      if (object.kind !== 'Service' || service?.object !== object) continue;
      const selector = selectorOfService(service);
      if (!pods.selectsNothing(object.namespace, selector)) continue;
      const near = pods.nearest(object.namespace, selector, object.name);
      yield {
        at: { ...object.at('spec', 'selector'), part: 'key' },
        severity: set.closedWorld ? 'error' : undefined,
        message: `Service ${object.name} selects pods with ${selector}, which no workload makes${near ? `; those of ${near.kind} ${near.name} have ${Selector.ofLabels(near.podLabels)}` : ''}`,
        fix: near ? 'write the labels of the pods into the selector, or remove the Service' : 'remove the Service, or add the workload that it is for',
      };
    }
  },
});
