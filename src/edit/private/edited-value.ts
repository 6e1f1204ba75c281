import { Edit, ReplaceEdit } from '../edit';
import { FieldEdit } from './field-edit';
import { FieldPath, fieldsOf, groupBy, Json, listOf, objectOf, textOf, valueAt, Within } from '../../manifest';

/** The value of a document after edits, all of which say where a field stood before. */
export function editedValue(value: Json, edits: readonly FieldEdit[]): Json {
  return editedBelow(value, [...edits].reverse().sort((a, b) => fromTheEnd(a.path, b.path) || orderOf(a) - orderOf(b)), 0);
}

/** Later items come first, so that the others stand where they stood; what is below a field comes before the field. */
function fromTheEnd(a: FieldPath, b: FieldPath): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]];
    if (x !== y) return typeof x === 'number' && typeof y === 'number' ? y - x : `${x}` < `${y}` ? -1 : 1;
  }
  return b.length - a.length;
}

function orderOf({ edit }: FieldEdit): number {
  if (edit.kind === 'replace') return -(edit.at.offset ?? -1) - 2;
  return edit.kind === 'insert' ? 2 : 1;
}

/** A value to which so many steps lead, after edits of it and of what is in it. Each map and list is copied once. */
function editedBelow(value: Json, edits: readonly FieldEdit[], depth: number): Json {
  const isInside = ({ edit, path }: FieldEdit): boolean => (
    edit.kind === 'replace' ? path.length > depth : path.length > depth + 1 && valueAt(value, [path[depth]]) !== undefined);
  const inside = groupBy(edits.filter(isInside), ({ path }) => path[depth]);
  const after = (step: string | number, field: Json): Json => (inside.has(step) ? editedBelow(field, inside.get(step)!, depth + 1) : field);
  const object = objectOf(value);
  const fields = object && Object.fromEntries(fieldsOf(object).map(([key, field]) => [key, after(key, field)]));
  const changed = Array.isArray(value) ? value.map((item, i) => after(i, item)) : fields ?? value;
  return edits.filter(edit => !isInside(edit)).reduce((before, { edit, path }) => edited(before, edit, path.slice(depth)), changed);
}

function edited(value: Json, edit: Edit, path: FieldPath): Json {
  if (edit.kind === 'replace') return replaced(value, edit);
  if (edit.kind === 'insert') return withField(value, path, edit.value);
  const [last] = path;
  if (Array.isArray(value)) return value.filter((_, i) => i !== last);
  const fields = fieldsOf(objectOf(value)!);
  return Object.fromEntries(edit.kind === 'remove' ? fields.filter(([key]) => key !== last) : fields.map(([key, field]) => [key === last ? edit.key : key, field]));
}

function replaced(value: Json, { at, value: wanted }: ReplaceEdit): Json {
  return isPart(at) ? withPart(textOf(value)!, at, textOf(wanted)!) : wanted;
}

/** Whether a part of a text is meant, not the whole field. */
export function isPart({ offset, length }: Within): boolean {
  return offset !== undefined || length !== undefined;
}

/** A text in which a part is replaced. */
export function withPart(text: string, { offset = 0, length = text.length - offset }: Within, part: string): string {
  return text.slice(0, offset) + part + text.slice(offset + length);
}

/** A value with a field added; maps and lists on the way to it that are missing are made. */
export function withField(value: Json | undefined, [step, ...rest]: FieldPath, field: Json): Json {
  if (typeof step === 'number') {
    const items = listOf(value);
    const at = Math.min(step, items.length);
    if (rest.length === 0) return [...items.slice(0, at), field, ...items.slice(at)];
    return at < items.length ? items.map((item, i) => (i === at ? withField(item, rest, field) : item)) : [...items, withField(null, rest, field)];
  }
  const object = objectOf(value) ?? {};
  return { ...object, [step]: rest.length === 0 ? merged(valueAt(object, [step]), field) : withField(valueAt(object, [step]), rest, field) };
}

/** Two maps that are both to stand in one place become one. */
function merged(before: Json | undefined, field: Json): Json {
  const [a, b] = [objectOf(before), objectOf(field)];
  return a && b ? { ...b, ...a } : field;
}
