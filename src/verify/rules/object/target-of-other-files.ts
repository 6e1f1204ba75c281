import { ManifestObject, ManifestSet, textOf, Workload } from '../../../manifest';
import { Selector } from '../../../reachability/selector';
import { rule } from '../../rule';
import { PodIndex, selectorOfService } from '../private/pod-index';

export const targetOfOtherFiles = rule({
  code: 'OBJ524',
  title: 'An object belongs to a workload that the cluster has and these files do not',
  severity: 'warning',
  reads: ['objects', 'workloads', 'set'],
  why: 'A Service, an autoscaler or a budget lies with its workload. One that points at the workload of another system is mostly left over from a copy or a rename: '
    + 'the workload of these files has none, and two systems apply objects to the other one.',
  repair: 'Point it at the workload of these files, or move it to the files of the workload that it is for.',
  source: 'https://kubernetes.io/docs/concepts/configuration/overview/',
  *check({ objects, workloads, set }) {
    const own = new Set(workloads.filter(({ finite }) => !finite).map(({ namespace }) => namespace));
    for (const object of objects) {
      if (!own.has(object.namespace) || set.replaced(object)) continue;
      const targets = targetsOf(object, set);
      if (targets.length === 0 || targets.some(target => target.object.origin === 'files')) continue;
      yield {
        at: object.kind === 'HorizontalPodAutoscaler' ? object.at('spec', 'scaleTargetRef', 'name') : { ...object.at('spec', 'selector'), part: 'key' },
        message: `${object.kind} ${object.name} is for ${targets[0].kind} ${targets[0].name}, which the cluster has and these files do not`,
        fix: `point it at a workload of these files, or move it to those of ${targets[0].kind} ${targets[0].name}`,
      };
    }
  },
});

/** The workloads that an object of these kinds is for. */
function targetsOf(object: ManifestObject, set: ManifestSet): readonly Workload[] {
  const pods = PodIndex.of(set);
  switch (object.kind) {
    case 'HorizontalPodAutoscaler': {
      const target = object.object('spec', 'scaleTargetRef');
      const found = set.find(textOf(target?.kind) ?? '', object.namespace, textOf(target?.name) ?? '');
      const workload = found && set.workload(found);
      return workload ? [workload] : [];
    }
    case 'PodDisruptionBudget': return selectedBy(Selector.parse(object.get('spec', 'selector')), object, pods);
    case 'Service': {
      const service = set.service(object.namespace, object.name);
      return service ? selectedBy(selectorOfService(service), object, pods) : [];
    }
    default: return [];
  }
}

function selectedBy(selector: Selector, { namespace }: ManifestObject, pods: PodIndex): readonly Workload[] {
  return selector.everything ? [] : pods.selected(namespace, selector);
}
