import { Json, readText } from '../../manifest';
import { applySplices } from '../splice';
import { DocumentSplices } from './document-splices';
import { editedValue } from './edited-value';
import { NOT_POSSIBLE, refusal } from './refusal';

/** Refuses edits of a part of a stream after which a document of it would not say what it said before with these edits made. */
export function refuseWrongResult(changes: readonly DocumentSplices[]): void {
  const [{ document: { file, tree: { part } } }] = changes;
  const splices = changes.flatMap(change => change.splices)
    .map(splice => ({ ...splice, start: splice.start - part.offset, end: splice.end - part.offset }));
  const before = readText(file, part.text);
  const { documents, problems } = readText(file, applySplices(part.text, splices));
  const values = new Set(documents.map(({ value }) => canonical(value)));
  const isWorse = problems.length > before.problems.length;
  const wrong = changes.find(({ document, fields }) => isWorse || !values.has(canonical(editedValue(document.value, fields))));
  if (wrong) throw refusal(wrong.fields[0], NOT_POSSIBLE);
}

function canonical(value: Json): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part));
}
