import { applySplices, Edit, splicesOf } from '../../src/edit';
import { FieldPath, Json, ManifestObject, ManifestSet, readText } from '../../src/manifest';

/** The objects of a text. */
export function objectsOf(text: string, file = 'a.yaml'): readonly ManifestObject[] {
  return new ManifestSet({ files: readText(file, text).documents }).objects;
}

/** An edit of the first object of a text. */
export type TextEdit = (object: ManifestObject) => Edit;

export const replace = (path: FieldPath, value: Json, within: { offset?: number; length?: number } = {}): TextEdit =>
  object => ({ kind: 'replace', at: { object, path, ...within }, value });
export const insert = (path: FieldPath, value: Json): TextEdit => object => ({ kind: 'insert', at: { object, path }, value });
export const remove = (...path: FieldPath): TextEdit => object => ({ kind: 'remove', at: { object, path } });
export const rename = (path: FieldPath, key: string): TextEdit => object => ({ kind: 'rename', at: { object, path }, key });

/** A text after edits of its first object. */
export function edited(text: string, ...edits: readonly TextEdit[]): string {
  const [object] = objectsOf(text);
  return applySplices(text, splicesOf(edits.map(edit => edit(object))));
}

/** The paths of a value and of all that is in it. */
export function pathsOf(value: Json, path: FieldPath = []): FieldPath[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Array.isArray(value) ? value.map((item, i) => [i, item] as const) : Object.entries(value) as [string, Json][];
  return [path, ...below.flatMap(([step, part]) => pathsOf(part, [...path, step]))];
}
