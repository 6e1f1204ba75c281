import { ManifestObject } from '../../../manifest';
import { Decision } from '../../correction';

/** That an object of the cluster is to be changed, which no file holds. */
export function ownerDecides({ kind, namespace, name }: ManifestObject, change: string): Decision {
  return { decide: `have the owner of ${kind} ${namespace}/${name}, which is in none of the files, ${change}` };
}
