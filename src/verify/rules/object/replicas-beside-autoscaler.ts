import { textOf } from '../../../manifest';
import { rule } from '../../rule';

export const replicasBesideAutoscaler = rule({
  code: 'OBJ519',
  title: 'A workload sets replicas beside a HorizontalPodAutoscaler',
  severity: 'advice',
  reads: ['workloads', 'set'],
  why: 'Each apply sets the number of replicas back to that of the file, until the autoscaler corrects it: pods are stopped and started again at every deployment, under load too.',
  repair: 'Remove `spec.replicas`; the autoscaler keeps the number. An apply of the client side sets 1 once, when the field goes: take it out of what was applied '
    + 'last before, by `kubectl apply edit-last-applied`.',
  source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
  *check({ workloads, set }) {
    const scalers = new Map<string, string>();
    for (const scaler of set.ofKind('HorizontalPodAutoscaler')) {
      const target = scaler.object('spec', 'scaleTargetRef');
      scalers.set(`${scaler.namespace}/${textOf(target?.kind)}/${textOf(target?.name)}`, scaler.name);
    }
    for (const { object, kind, name } of workloads) {
      const scaler = scalers.get(object.id);
      const replicas = object.get('spec', 'replicas');
      if (scaler === undefined || typeof replicas !== 'number') continue;
      yield {
        at: object.at('spec', 'replicas'),
        message: `${kind} ${name} sets replicas: ${replicas}, and HorizontalPodAutoscaler ${scaler} scales it`,
        fix: 'remove replicas',
      };
    }
  },
});
