import { Json, listOf, objectOf, textOf, Workload } from '../../../manifest';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { nearName } from '../private/near-name';

export const mountWithoutVolume = rule({
  code: 'OBJ508',
  title: 'A container mounts a volume that the pod does not have',
  severity: 'error',
  reads: ['workloads'],
  why: 'The API server refuses the workload: a mount names a volume of the same pod, or a claim template of the same StatefulSet.',
  repair: 'Add the volume under `volumes` of the pod, or correct the name of the mount.',
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/',
  check: ({ workloads }) => workloads.flatMap(mountsWithoutVolume),
});

function mountsWithoutVolume(workload: Workload): Observation[] {
  const { object, podSpec, containers } = workload;
  const volumes = [
    ...namesOf(listOf(podSpec.volumes)),
    ...namesOf(listOf(object.get('spec', 'volumeClaimTemplates')).map(claim => objectOf(claim)?.metadata ?? null)),
  ];
  return containers.flatMap(({ path, name: container }) => listOf(object.get(...path, 'volumeMounts')).flatMap((mount, i) => {
    const name = textOf(objectOf(mount)?.name);
    if (name === undefined || volumes.includes(name)) return [];
    return [{
      at: object.at(...path, 'volumeMounts', i, 'name'),
      message: `container ${container} mounts volume ${name}, and the pod has no volume of that name`,
      fix: `add a volume ${name}, or name one that is there${nearName(name, volumes)}`,
    }];
  }));
}

function namesOf(entries: readonly Json[]): string[] {
  return entries.flatMap(entry => textOf(objectOf(entry)?.name) ?? []);
}
