import { FieldPath, Json, ManifestObject, objectOf, Place, textOf } from '../../../manifest';

/** A text in an object, and the name of the field, or of the entry, that holds it. */
export interface FieldText {
  readonly text: string;
  readonly name: string;
  readonly place: Place;
}

/** Parts of an object that describe and set nothing. */
const DESCRIPTIONS: ReadonlySet<string> = new Set([
  'annotations', 'labels', 'description', 'summary', 'documentation', 'openAPIV3Schema', 'status', 'managedFields', 'comment', 'runbook_url', 'example', 'examples',
]);

/** All texts of an object below its own fields; metadata and descriptions are left out. */
export function fieldTexts(object: ManifestObject): FieldText[] {
  const found: FieldText[] = [];
  const pending: { value: Json; path: FieldPath; name: string }[] = [];
  for (const [key, value] of Object.entries(object.value)) {
    if (value !== undefined && !['apiVersion', 'kind', 'metadata', 'status'].includes(key)) pending.push({ value, path: [key], name: key });
  }
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, path, name } = next;
    if (typeof value === 'string') {
      found.push({ text: value, name, place: object.at(...path) });
    } else if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i--) pending.push({ value: value[i] as Json, path: [...path, i], name });
    } else {
      const fields = Object.entries(objectOf(value) ?? {}).reverse();
      const entry = textOf(objectOf(value)?.name) ?? textOf(objectOf(value)?.key);
      for (const [key, inner] of fields) {
        if (inner !== undefined && !DESCRIPTIONS.has(key)) pending.push({ value: inner, path: [...path, key], name: key === 'value' && entry ? entry : key });
      }
    }
  }
  return found;
}
