import { append, SourceDocument } from '../manifest';
import { Edit } from './edit';
import { DocumentSplices, documentSplices } from './private/document-splices';
import { FieldEdit } from './private/field-edit';
import { Splice } from './splice';

/** Edits with the replacements of text that make them, all of them or none. What stands in the files afterwards is not read yet. */
export interface PlannedEdits {
  readonly documents: readonly DocumentSplices[];
  readonly splices: readonly Splice[];
}

/**
 * Finds the replacements that make edits. Each path says where a field stood before; equal edits count once.
 * A last member that is removed leaves `{}` or `[]`. A scalar that aliases show in several places changes in all of them.
 * @throws EditRefusal where one cannot be made without changing more than it says
 */
export function planEdits(edits: readonly Edit[]): PlannedEdits {
  const byDocument = new Map<SourceDocument, FieldEdit[]>();
  for (const edit of edits) {
    const { document, root } = edit.at.object;
    append(byDocument, document, { edit, path: [...root, ...edit.at.path] });
  }
  const documents = [...byDocument].map(([document, fields]) => documentSplices(document, fields));
  return { documents, splices: documents.flatMap(({ splices }) => splices) };
}
