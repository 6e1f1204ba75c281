import { Container, listOf, objectOf, Place, textOf, Workload } from '../../../manifest';
import { ConfigReference } from '../../facts/facts';

/** An entry of `volumeMounts`. */
export interface VolumeMount {
  readonly container: Container;

  /** The part of the volume that is mounted; undefined for the whole, and where it is made of variables. */
  readonly subPath?: string;
  readonly place: Place;
}

/** Where a workload mounts a volume. */
export function mountsOf({ containers, object }: Workload, volume: string): VolumeMount[] {
  return containers.flatMap(container => listOf(object.get(...container.path, 'volumeMounts')).flatMap((value, i) => {
    const mount = objectOf(value);
    if (mount?.name !== volume) return [];
    return [{ container, subPath: textOf(mount.subPath), place: object.at(...container.path, 'volumeMounts', i) }];
  }));
}

/** Name of the volume that a reference belongs to; undefined for variables. */
export function volumeOf({ by, place, workload }: ConfigReference): string | undefined {
  if (by !== 'volume') return undefined;
  const volume = place.path.slice(0, workload.podPath.length + 2);
  return textOf(workload.object.get(...volume, 'name'));
}
