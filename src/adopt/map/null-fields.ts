import { FieldPath, fieldsOf, isCustom, Json, ManifestObject, objectOf } from '../../manifest';
import { Expression } from '../code';

/** The fields that hold null where that is a value, as the schema of an own kind may have it. cdk8s renders them by patches alone. */
export function nullFields({ group, value }: ManifestObject): FieldPath[] {
  if (!isCustom(group)) return [];
  return fieldsOf(value).flatMap(([key, field]) => key === 'metadata' ? [] : nullsIn(field, [key], false));
}

/** A null that is an item keeps its place in the list. */
function nullsIn(value: Json | undefined, path: FieldPath, isItem: boolean): FieldPath[] {
  if (value === null) return isItem ? [] : [path];
  if (Array.isArray(value)) return value.flatMap((item: Json, i) => nullsIn(item, [...path, i], true));
  return fieldsOf(objectOf(value) ?? {}).flatMap(([key, field]) => nullsIn(field, [...path, key], false));
}

/** An expression without its fields that are null. */
export function withoutNulls(expression: Expression): Expression {
  if (expression.kind === 'array') return { ...expression, items: expression.items.map(item => ({ ...item, value: withoutNulls(item.value) })) };
  if (expression.kind !== 'object') return expression;
  const entries = expression.entries.filter(({ value }) => !(value.kind === 'literal' && value.value === null));
  return { ...expression, entries: entries.map(entry => ({ ...entry, value: withoutNulls(entry.value) })) };
}
