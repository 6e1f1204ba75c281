import { ManifestObject, textOf } from '../../../manifest';
import { rule } from '../../rule';
import { nearName } from '../private/near-name';
import { PodIndex } from '../private/pod-index';

const KINDS: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController']);

export const scaleTargetMissing = rule({
  code: 'OBJ511',
  title: 'A HorizontalPodAutoscaler scales a workload that does not exist',
  severity: 'warning',
  reads: ['objects', 'set'],
  why: 'The autoscaler tries again every 15 seconds and writes a FailedGetScale event each time. What it was to scale keeps its number of replicas.',
  repair: 'Write the name of the workload into `scaleTargetRef`, or remove the autoscaler with the workload.',
  source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
  *check({ objects, set }) {
    const pods = PodIndex.of(set);
    for (const object of objects.filter(({ kind }) => kind === 'HorizontalPodAutoscaler')) {
      const { kind, name } = targetOf(object);
      if (kind === undefined || name === undefined || !KINDS.has(kind)) continue;
      const near = pods.workloadsIn(object.namespace);
      const isThere = near.some(workload => workload.kind === kind && workload.name === name);
      if (isThere || (near.length === 0 && set.presence(kind, object.namespace, name) !== 'absent')) continue;
      yield {
        at: object.at('spec', 'scaleTargetRef', 'name'),
        severity: set.closedWorld ? 'error' : undefined,
        message: `HorizontalPodAutoscaler ${object.name} scales ${kind} ${name}, which does not exist`,
        fix: `write the name of the workload that it is for, or remove it${nearName(name, near.filter(workload => workload.kind === kind).map(workload => workload.name))}`,
      };
    }
  },
});

function targetOf(object: ManifestObject): { kind?: string; name?: string } {
  const target = object.object('spec', 'scaleTargetRef');
  return { kind: textOf(target?.kind), name: textOf(target?.name) };
}
