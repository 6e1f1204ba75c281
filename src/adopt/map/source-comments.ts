import { marked, objectKey } from './comment-marks';
import { OwnedComment, ownedComments } from './comment-owners';
import { append, FieldPath, ManifestObject, SourceDocument } from '../../manifest';

/**
 * The comments of the file that belong to a field or to an item of a list, for above what stands for it: the lines above it, what stands behind it
 * on its line, and what closes it. Comments in it stand there too where nothing of the code stands for what they belong to.
 */
export function commentsOf(object: ManifestObject, path: FieldPath): readonly string[] {
  const own = documentComments(object.document).byPath.get(pathKey([...object.root, ...path])) ?? [];
  return [...own.map(comment => markedComment(object.document, comment)), placeFor(object, path)];
}

/** The same, and those of all that lies in it: for what becomes one expression. */
export function commentsWithin(object: ManifestObject, path: FieldPath): readonly string[] {
  const whole = [...object.root, ...path];
  const within = sourceComments(object.document).filter(comment => whole.every((step, i) => step === comment.path[i]));
  return [...within.map(comment => markedComment(object.document, comment)), placeFor(object, path)];
}

/** The comments of fields that stand nowhere else, for above code that is about several of them. */
export function placesFor(object: ManifestObject, paths: readonly FieldPath[]): readonly string[] {
  return paths.map(path => placeFor(object, path, 0));
}

/** The comments of a document. */
export function sourceComments(document: SourceDocument): readonly OwnedComment[] {
  return documentComments(document).all;
}

/** Where a comment stands in the input. */
export function sourceOf({ file }: SourceDocument, { line }: OwnedComment): string {
  return `${file}:${line}`;
}

function markedComment(document: SourceDocument, comment: OwnedComment): string {
  return marked({ from: sourceOf(document, comment), text: comment.text });
}

function placeFor(object: ManifestObject, path: FieldPath, known = path.length): string {
  return marked({ object: objectKey(object), path, known });
}

interface DocumentComments {
  readonly all: readonly OwnedComment[];
  readonly byPath: ReadonlyMap<string, readonly OwnedComment[]>;
}

const COMMENTS = new WeakMap<SourceDocument, DocumentComments>();

function documentComments(document: SourceDocument): DocumentComments {
  const known = COMMENTS.get(document);
  if (known) return known;
  const byPath = new Map<string, OwnedComment[]>();
  const all = ownedComments(document);
  for (const comment of all) append(byPath, pathKey(comment.path), comment);
  COMMENTS.set(document, { all, byPath });
  return { all, byPath };
}

function pathKey(path: FieldPath): string {
  return JSON.stringify(path);
}
