import { EditRefusal } from '../edit-refusal';
import { FieldEdit } from './field-edit';

/** Says that an edit, or several at once, would leave something else than they say. */
export const NOT_POSSIBLE = 'the edit cannot be made in the way in which the YAML is written here: make it by hand';

/** A refusal of an edit, at its place. */
export function refusal({ edit: { at } }: FieldEdit, message: string): EditRefusal {
  return new EditRefusal(message, at.object.position(at.path, at));
}
