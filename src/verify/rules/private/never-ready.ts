import { isDeepStrictEqual } from 'util';
import { Workload } from '../../../manifest';

/** Whether a workload is a Job whose pods are never ready: a check of something, with the labels and settings of a program, that is none of the programs. */
export function isNeverReady({ finite, containers, object }: Workload): boolean {
  return finite && containers.some(({ path }) => isDeepStrictEqual(object.get(...path, 'readinessProbe', 'exec', 'command'), ['false']));
}
