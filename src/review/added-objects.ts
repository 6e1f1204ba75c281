import { ObjectChange } from '../compare';
import { ManifestSet } from '../manifest';
import { ObjectName, objectName } from './object-name';

/** An object that only the head has. */
export interface NewObject extends ObjectName {
  /** Whether the state of the cluster holds one in its place. */
  readonly inCluster: boolean;
}

/** The objects that the files have now. */
export function addedObjects(objects: readonly ObjectChange[], after: ManifestSet): NewObject[] {
  return objects.flatMap(({ kind, after: object }) =>
    (kind === 'added' && object ? [{ ...objectName(object), inCluster: after.replaced(object) !== undefined }] : []));
}
