import { listOf, objectOf, podField, textOf } from '../../../manifest';
import { rule } from '../../rule';
import { generatedNames } from '../private/generated-names';
import { nearName } from '../private/near-name';

export const missingPullSecret = rule({
  code: 'CFG221',
  title: 'A workload pulls its images with a Secret that does not exist',
  severity: 'warning',
  reads: ['workloads', 'set'],
  why: 'The kubelet goes on without it, so an image of a private registry ends in `ImagePullBackOff`, and one of a public registry counts against the limit of the address. '
    + 'Reported only where the state of the cluster lists the Secrets of the namespace, or in a closed world.',
  repair: 'Create the Secret (`kubectl create secret docker-registry`), or refer to the one that exists.',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/',
  check: ({ workloads, set }) => {
    const generated = generatedNames(set);
    return workloads.flatMap(workload => listOf(podField(workload, 'imagePullSecrets').value).flatMap((entry, i) => {
      const name = textOf(objectOf(entry)?.name);
      if (!name || generated.has(name) || set.presence('Secret', workload.namespace, name) !== 'absent' || set.definitions('Secret', '', name).length > 0) return [];
      const existing = set.ofKind('Secret').filter(({ namespace }) => namespace === workload.namespace).map(secret => secret.name);
      return [{
        at: podField(workload, 'imagePullSecrets', i).place,
        message: `${workload.kind} ${workload.name} pulls its images with Secret ${name}, which does not exist${workload.namespace === '' ? '' : ` in namespace ${workload.namespace}`}`,
        fix: `create Secret ${name}, or refer to one that exists${nearName(name, existing)}`,
      }];
    }));
  },
});
