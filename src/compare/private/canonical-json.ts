import { Json, objectOf } from '../../manifest';

/** The JSON of a value with its keys in order, the same for values that differ in their order only. */
export function canonicalJson(value: Json | undefined): string {
  return JSON.stringify(value, (_, part: Json) => {
    const object = objectOf(part);
    return object ? Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1))) : part;
  }) ?? '';
}
