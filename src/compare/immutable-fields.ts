import { isDeepStrictEqual } from 'util';
import { FieldPath, isCustom, Json, JsonObject, ManifestObject, objectOf, valueAt } from '../manifest';
import { canonical } from './private/canonical';
import { immutablePaths } from './private/immutable-paths';
import { TreeDifference, treeDifferences } from './private/tree-differences';
import { withoutDefaults } from './private/without-defaults';

/** The fields that differ between two forms of an object and cannot be changed: apply is refused. */
export function changedImmutableFields(before: ManifestObject, after: ManifestObject): readonly FieldPath[] {
  if (isCustom(after.group)) return [];
  const differing = immutablePaths(before, after).filter(({ path }) => !isDeepStrictEqual(before.get(...path), after.get(...path)));
  if (differing.length === 0) return [];
  const sides = [before, after].map(({ value }) => (before.origin === 'files' ? withoutDefaults(value) : value));
  return differing.filter(({ path, except = [] }) => {
    const [old, changed] = sides.map(value => canonical(only(value, path, except)));
    return treeDifferences(old, changed).some(difference => isCertain(difference, before));
  }).map(({ path }) => path);
}

/**
 * Whether apply would change the field. The state has more than people write, and may have been trimmed, so that there the absence
 * of a field tells nothing; pods, and the templates of Jobs, also get members.
 */
function isCertain({ before, after, isMember }: TreeDifference, { origin, kind }: ManifestObject): boolean {
  if (origin === 'files' || (before && after)) return true;
  return isMember && (after !== undefined || (kind !== 'Job' && kind !== 'Pod'));
}

/** An object with no field but one, and that without some of its parts. */
function only(object: JsonObject, path: FieldPath, except: readonly FieldPath[]): JsonObject {
  const { apiVersion, kind } = object;
  return { apiVersion, kind, ...nested(path, except.reduce<Json | undefined>(without, valueAt(object, path))) };
}

function nested([first, ...rest]: FieldPath, value: Json | undefined): JsonObject {
  return { [first]: rest.length > 0 ? nested(rest, value) : value };
}

/** The value without what lies at a path in it; `*` is every item of a list. */
function without(value: Json | undefined, [first, ...rest]: FieldPath): Json | undefined {
  if (first === '*' && Array.isArray(value)) return value.map((item: Json) => without(item, rest)!);
  const object = objectOf(value);
  return object && first in object ? { ...object, [first]: rest.length > 0 ? without(object[first], rest) : undefined } : value;
}
