import { FieldPath } from '../../manifest';
import { Edit } from '../edit';

/** An edit with the way to its field from the root of its document. */
export interface FieldEdit {
  readonly edit: Edit;
  readonly path: FieldPath;
}
