import { ObjectChange } from '../../compare';
import { groupBy, ManifestSet } from '../../manifest';
import { FindingObject } from '../../verify';

/**
 * What an object of the base is in the head: another one where it has another namespace now, or as a workload another kind. It has, where it
 * vanishes and a single new one has its name.
 */
export function movedObjects(objects: readonly ObjectChange[], before: ManifestSet, after: ManifestSet): (object: FindingObject) => FindingObject {
  const vanished = objects.flatMap(({ kind, before: object }) => (kind === 'removed' && object && object.name !== '' ? [object] : []));
  const came = objects.flatMap(({ kind, after: object }) => (kind === 'added' && object ? [object] : []));
  const moves = new Map([
    ...onlyPairs(vanished, came, ({ kind, name }) => `${kind}/${name}`),
    ...onlyPairs(vanished.filter(object => before.workload(object)), came.filter(object => after.workload(object)), ({ namespace, name }) => `${namespace}/${name}`),
  ]);
  return object => moves.get(idOf(object)) ?? object;
}

function onlyPairs<T extends FindingObject>(vanished: readonly T[], came: readonly T[], keyOf: (object: T) => string): [string, FindingObject][] {
  const later = groupBy(came, keyOf);
  return [...groupBy(vanished, keyOf)].flatMap(([key, [object, ...others]]) => {
    const [found, ...more] = later.get(key) ?? [];
    return found && others.length + more.length === 0 ? [[idOf(object), found]] : [];
  });
}

function idOf({ kind, namespace, name }: FindingObject): string {
  return `${namespace}/${kind}/${name}`;
}
