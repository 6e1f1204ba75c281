import { ArrayItem, Expression, literal, ObjectEntry } from '../code';
import { commentsOf, commentsWithin } from './source-comments';
import { FieldPath, fieldsOf, Json, listOf, ManifestObject, objectOf } from '../../manifest';

/** A field of the file as an expression, with the comments that stand in it. Those at the field itself are left to the caller. */
export function fieldExpression(object: ManifestObject, path: FieldPath): Expression {
  const value = object.get(...path) ?? null;
  if (objectOf(value)) return { kind: 'object', entries: fieldEntries(object, path) };
  if (!Array.isArray(value)) return literal(value);
  return { kind: 'array', items: listOf(value).map((_: Json, i): ArrayItem => fieldWithComments(object, [...path, i])) };
}

/** The fields of a map of the file as entries; none of what is no map. */
export function fieldEntries(object: ManifestObject, path: FieldPath): ObjectEntry[] {
  return fieldsOf(object.object(...path) ?? {}).map(([key]) => ({ key, ...fieldWithComments(object, [...path, key]) }));
}

/** What stands for a field or an item of the file, whose comments it has. Those in the field are left out, or stand in it already. */
export function withComments<T extends object>(object: ManifestObject, path: FieldPath, code: T): T & { readonly comments: readonly string[] } {
  return { ...code, comments: commentsOf(object, path) };
}

/** Props, those that stand for a field of the file with its comments. */
export function propsWithComments(object: ManifestObject, fields: ReadonlyMap<string, FieldPath>, props: readonly ObjectEntry[]): ObjectEntry[] {
  return props.map(entry => fields.has(entry.key) ? withComments(object, fields.get(entry.key)!, entry) : entry);
}

/** One expression for all of a field or an item of the file, whose comments it has. */
export function withAllComments<T extends object>(object: ManifestObject, path: FieldPath, code: T): T & { readonly comments: readonly string[] } {
  return { ...code, comments: commentsWithin(object, path) };
}

function fieldWithComments(object: ManifestObject, path: FieldPath): ArrayItem {
  return withComments(object, path, { value: fieldExpression(object, path) });
}
