import { isDeepStrictEqual } from 'util';
import { append, Json, ManifestObject, ManifestSet, objectOf, SourceDocument, valueAt } from '../../manifest';

/** The state of the cluster once the edits of the files are applied: what a file replaces gets the fields that changed in the file. */
export function appliedState(before: ManifestSet, after: ManifestSet, state: readonly SourceDocument[]): readonly SourceDocument[] {
  const changes = changesByDocument(before, after);
  return state.map((document) => {
    const own = changes.get(document);
    if (!own) return document;
    return SourceDocument.ofValue(document.file, own.reduce((value, change) => replaced(value, change.held.root, change.value), document.value));
  });
}

/** An object of the state, and its value once the edits are applied. */
interface Change {
  readonly held: ManifestObject;
  readonly value: Json;
}

function changesByDocument(before: ManifestSet, after: ManifestSet): Map<SourceDocument, Change[]> {
  const changes = new Map<SourceDocument, Change[]>();
  after.objects.forEach((object, i) => {
    const held = after.replaced(object);
    const old = before.objects[i]?.value;
    if (!held || isDeepStrictEqual(old, object.value)) return;
    append(changes, held.document, { held, value: merged(old, object.value, held.value)! });
  });
  return changes;
}

/** What the state has, with what an edit changed. */
function merged(old: Json | undefined, edited: Json | undefined, held: Json | undefined): Json | undefined {
  if (isDeepStrictEqual(old, edited)) return held;
  const [from, to, into] = [old, edited, held].map(objectOf);
  if (!from || !to || !into) return edited;
  const keys = [...new Set([...Object.keys(into), ...Object.keys(to)])];
  return Object.fromEntries(keys.map(key => [key, merged(from[key], to[key], into[key])] as const).filter(([, value]) => value !== undefined));
}

/** A document with another value at the place of one of its objects. */
function replaced(root: Json, path: readonly (string | number)[], value: Json): Json {
  if (path.length === 0) return value;
  const [first, ...rest] = path;
  const inner = replaced(valueAt(root, [first])!, rest, value);
  if (Array.isArray(root)) return root.map((item: Json, i) => (i === first ? inner : item));
  return { ...objectOf(root), [first]: inner };
}
