import { addField, removeAt } from './patches';
import { FieldChange } from '../../compare';
import { FieldPath, listOf, ManifestObject, objectOf } from '../../manifest';
import { Expression } from '../code';
import { partsOfPath } from '../field-pattern';

/** The patches that give fields of a rendered workload the value of the input. Members of lists other than containers have no index that is known. */
export function requestedPatches(object: ManifestObject, changes: readonly FieldChange[]): Expression[] {
  return changes.flatMap(({ path, before }) => {
    const found = indexPath(object, partsOfPath(path).map(part => part.replace(/^\[(.*)\]$/s, '$1')));
    if (!found) return [];
    return before === undefined ? removeAt(found) : addField(object, { path: found });
  });
}

function indexPath(object: ManifestObject, parts: readonly string[]): FieldPath | undefined {
  const path: (string | number)[] = [];
  for (const part of parts) {
    const value = object.get(...path);
    if (!Array.isArray(value)) {
      path.push(part);
      continue;
    }
    const list = path[path.length - 1];
    const index = listOf(value).findIndex(member => objectOf(member)?.name === part);
    if ((list !== 'containers' && list !== 'initContainers') || index < 0) return undefined;
    path.push(index);
  }
  return path;
}
