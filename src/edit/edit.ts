import { Json, Place } from '../manifest';

/** A change of one field of a manifest. The text around it stays as it is. */
export type Edit = ReplaceEdit | InsertEdit | RemoveEdit | RenameEdit;

/** Puts a value in the place of another. */
export interface ReplaceEdit {
  readonly kind: 'replace';

  /** The field, or with `offset` and `length` a part of its text. */
  readonly at: Place;
  readonly value: Json;
}

/** Adds a field. Maps and lists on the way to it that are missing are made. */
export interface InsertEdit {
  readonly kind: 'insert';

  /** The field that is to be: its path ends in a key that the map lacks, or in the index before which an item of a list is to stand. */
  readonly at: Place;
  readonly value: Json;
}

/** Takes a field or an item away, with the comments that belong to it alone. */
export interface RemoveEdit {
  readonly kind: 'remove';
  readonly at: Place;
}

/** Gives the key of a map another name. The value stays, or is replaced by another edit. */
export interface RenameEdit {
  readonly kind: 'rename';
  readonly at: Place;
  readonly key: string;
}
