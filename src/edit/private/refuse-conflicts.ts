import { FieldEdit } from './field-edit';
import { refusal } from './refusal';
import { formatPath, Json, objectOf, valueAt } from '../../manifest';

/** Refuses edits of one document that contradict each other. */
export function refuseConflicts(edits: readonly FieldEdit[]): void {
  const byPath = new Map<string, FieldEdit[]>();
  for (const edit of edits) byPath.set(keyOf(edit.path), [...byPath.get(keyOf(edit.path)) ?? [], edit]);
  for (const [, same] of byPath) same.forEach((edit, i) => same.slice(0, i).forEach(other => refuseAtOnePlace(edit, other)));
  for (const edit of edits) {
    for (let length = 1; length < edit.path.length; length++) {
      for (const above of byPath.get(keyOf(edit.path.slice(0, length))) ?? []) refuseBelow(edit, above);
    }
  }
}

function keyOf(path: FieldEdit['path']): string {
  return JSON.stringify(path);
}

function refuseAtOnePlace(a: FieldEdit, b: FieldEdit): void {
  const kinds = [a, b].map(({ edit }) => edit.kind).sort().join(' ');
  const isNewItem = [a, b].some(({ edit, path }) => edit.kind === 'insert' && typeof path[path.length - 1] === 'number');
  if (isNewItem || kinds === 'rename replace' || (kinds === 'replace replace' && areApart(a, b))) return;
  throw refusal(a, `${formatPath(a.edit.at.path)} is to be changed in two ways: make one of them alone`);
}

function areApart({ edit: { at: a } }: FieldEdit, { edit: { at: b } }: FieldEdit): boolean {
  if (a.offset === undefined || b.offset === undefined) return false;
  const [first, second] = a.offset <= b.offset ? [a, b] : [b, a];
  return first.length !== undefined && first.offset! + first.length <= second.offset!;
}

function refuseBelow(edit: FieldEdit, { edit: above, path }: FieldEdit): void {
  if (above.kind === 'rename') return;
  if (above.kind === 'insert' && (typeof path[path.length - 1] === 'number' || (edit.edit.kind === 'insert' && isRoomFor(above.value, edit.path.slice(path.length))))) return;
  throw refusal(edit, `${formatPath(edit.edit.at.path)} lies in ${formatPath(above.at.path)}, which another edit ${above.kind}s: make one of them alone`);
}

/** Whether a field can be added to a value that is new itself. */
function isRoomFor(value: Json, path: FieldEdit['path']): boolean {
  const holder = valueAt(value, path.slice(0, -1));
  if (holder === undefined) return isRoomFor(value, path.slice(0, -1));
  return typeof path[path.length - 1] === 'number' ? Array.isArray(holder) : objectOf(holder) !== undefined && valueAt(value, path) === undefined;
}

