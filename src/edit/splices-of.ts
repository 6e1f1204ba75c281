import { append, groupBy, SourceDocument } from '../manifest';
import { Edit } from './edit';
import { documentSplices } from './private/document-splices';
import { FieldEdit } from './private/field-edit';
import { refuseWrongResult } from './private/refuse-wrong-result';
import { Splice } from './splice';

/**
 * The replacements of text that make edits, all of them or none. Each path says where a field stood before; equal edits count once.
 * A last member that is removed leaves `{}` or `[]`. A scalar that aliases show in several places changes in all of them.
 * @throws EditRefusal where one cannot be made without changing more than it says
 */
export function splicesOf(edits: readonly Edit[]): readonly Splice[] {
  const byDocument = new Map<SourceDocument, FieldEdit[]>();
  for (const edit of edits) {
    const { document, root } = edit.at.object;
    append(byDocument, document, { edit, path: [...root, ...edit.at.path] });
  }
  const changes = [...byDocument].map(([document, fields]) => documentSplices(document, fields));
  groupBy(changes, ({ document }) => document.tree.part).forEach(refuseWrongResult);
  return changes.flatMap(({ splices }) => splices);
}
