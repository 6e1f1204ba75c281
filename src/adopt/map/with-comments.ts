import { array, ArrayItem, Expression, literal, ObjectEntry } from '../code';
import { commentsOf } from './source-comments';
import { FieldPath, fieldsOf, Json, listOf, ManifestObject, objectOf } from '../../manifest';

/** A field of the file as an expression, with the comments that stand in it. Those at the field itself are left to the caller. */
export function fieldExpression(object: ManifestObject, path: FieldPath): Expression {
  const value = object.get(...path) ?? null;
  if (objectOf(value)) return { kind: 'object', entries: fieldEntries(object, path) };
  if (!Array.isArray(value)) return literal(value);
  if (value.every(item => typeof item !== 'object')) return array(listOf(value).map(item => literal(item)));
  return { kind: 'array', items: listOf(value).map((_: Json, i): ArrayItem => commented(object, [...path, i])) };
}

/** The fields of a map of the file as entries; none of what is no map. */
export function fieldEntries(object: ManifestObject, path: FieldPath): ObjectEntry[] {
  return fieldsOf(object.object(...path) ?? {}).map(([key]) => ({ key, ...commented(object, [...path, key]) }));
}

function commented(object: ManifestObject, path: FieldPath): { readonly value: Expression; readonly comments?: readonly string[] } {
  const comments = commentsOf(object, path);
  // The first field of a list's item stands on the item's own line.
  const isOwn = typeof path[path.length - 1] !== 'number' && isFirstOfItem(object, path);
  return { value: fieldExpression(object, path), ...(comments.length > 0 && !isOwn ? { comments } : {}) };
}

function isFirstOfItem(object: ManifestObject, path: FieldPath): boolean {
  const parent = path.slice(0, -1);
  return typeof parent[parent.length - 1] === 'number' && object.position(parent).line === object.position(path, { part: 'key' }).line;
}
