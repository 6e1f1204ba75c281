import { createHash } from 'crypto';
import * as kplus from 'cdk8s-plus-28';
import { Config } from '../../config/config';

/** A checksum of the owned configs that the pods read, in any way; undefined where they read none. */
export function configChecksum(workload: kplus.Workload): string | undefined {
  const checksums = [...configNames(workload)].sort()
    .map(name => Config._find(workload, workload.metadata.namespace, name)?._checksum())
    .filter(checksum => checksum !== undefined);
  return checksums.length === 0 ? undefined : createHash('sha256').update(checksums.join()).digest('hex').slice(0, 16);
}

/** The ConfigMaps that the pods refer to: by variable, by envFrom and by volume, however they were added. */
function configNames(workload: kplus.Workload): Set<string> {
  const containers = [...workload.containers, ...workload.initContainers];
  const volumes = [...workload.volumes, ...containers.flatMap(container => container.mounts.map(mount => mount.volume))];
  const names = [
    ...containers.flatMap(container => Object.values(container.env.variables).map(variable => variable.valueFrom?.configMapKeyRef?.name)),
    ...containers.flatMap(container => container.env.sources.map(source => source._toKube().configMapRef?.name)),
    ...volumes.map(volume => volume._toKube().configMap?.name),
  ];
  return new Set(names.filter((name): name is string => name !== undefined));
}
