import { groupBy, Json, readText, SourceTree } from '../../manifest';
import { EditRefusal } from '../edit-refusal';
import { applySplices, distinct } from '../splice';
import { DocumentSplices } from './document-splices';
import { editedValue } from './edited-value';
import { uniqueFields } from './field-edit';
import { refuseConflicts } from './refuse-conflicts';

/** A part of a stream, which may hold several documents. */
type Part = SourceTree['part'];

/** Edits after which each part of a stream says what they say, and each other document of it what it said. */
export class ReadResult {
  private readonly byPart = new Map<Part, readonly DocumentSplices[]>();

  /** Adds edits if that holds with them too, else none of them. */
  add(changes: readonly DocumentSplices[]): boolean {
    const touched = [...groupBy(changes, ({ document }) => document.tree.part)]
      .map(([part, added]) => ({ part, all: [...this.byPart.get(part) ?? [], ...added] }));
    if (!touched.every(({ part, all }) => isRight(part, all))) return false;
    touched.forEach(({ part, all }) => this.byPart.set(part, all));
    return true;
  }
}

function isRight(part: Part, changes: readonly DocumentSplices[]): boolean {
  const splices = distinct(changes).map(splice => ({ ...splice, start: splice.start - part.offset, end: splice.end - part.offset }));
  const { documents, problems } = readText('', applySplices(part.text, splices));
  if (problems.length > problemsBefore(part)) return false;
  const values = new Set(documents.map(({ value }) => canonical(value)));
  return [...groupBy(changes, ({ document }) => document)].every(([{ value }, own]) => {
    const wanted = valueAfter(value, own);
    return wanted !== undefined && values.has(canonical(wanted));
  });
}

const known = new WeakMap<Part, number>();

function problemsBefore(part: Part): number {
  const count = known.get(part) ?? readText('', part.text).problems.length;
  known.set(part, count);
  return count;
}

/** Undefined where the edits contradict each other. */
function valueAfter(value: Json, changes: readonly DocumentSplices[]): Json | undefined {
  const fields = uniqueFields(changes.flatMap(change => change.fields));
  try {
    refuseConflicts(fields);
  } catch (error) {
    if (error instanceof EditRefusal) return undefined;
    throw error;
  }
  return editedValue(value, fields);
}

function canonical(value: Json): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part));
}
