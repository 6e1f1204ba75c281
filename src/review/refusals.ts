import { changedImmutableFields, ObjectChange } from '../compare';
import { formatPath } from '../manifest';
import { ObjectName, objectName } from './object-name';

/** A field that cannot be changed, so that apply fails. */
export interface Refusal extends ObjectName {
  readonly path: string;
  readonly fix: string;
}

/** What the API server will refuse. */
export function refusals(objects: readonly ObjectChange[]): Refusal[] {
  return objects.flatMap(({ before, after }) => (!before || !after ? [] : changedImmutableFields(before, after).map(path => ({
    ...objectName(after),
    line: after.position(path).line,
    path: formatPath(path),
    fix: fixFor(after.kind),
  }))));
}

function fixFor(kind: string): string {
  if (kind === 'Job' || kind === 'Pod') return `delete the ${kind} before the apply, or give it another name`;
  if (kind === 'PersistentVolumeClaim' || kind === 'PersistentVolume') return `give the ${kind} another name and move the data; deleting it may delete the data`;
  if (kind === 'StatefulSet') return 'delete the StatefulSet with --cascade=orphan before the apply, so that its pods and volumes stay, or give it another name';
  return `give the ${kind} another name, or delete the old one first`;
}
