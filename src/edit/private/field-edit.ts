import { FieldPath } from '../../manifest';
import { Edit } from '../edit';

/** An edit with the way to its field from the root of its document. */
export interface FieldEdit {
  readonly edit: Edit;
  readonly path: FieldPath;
}

/** Edits of one document, those that are equal once. */
export function uniqueFields(fields: readonly FieldEdit[]): FieldEdit[] {
  const known = new Map<string, FieldEdit>();
  for (const field of fields) {
    const { at: { offset, length }, ...change } = field.edit;
    const key = JSON.stringify([field.path, offset, length, change]);
    if (!known.has(key)) known.set(key, field);
  }
  return [...known.values()];
}
