import { childPath } from '../../compare/private/path-text';
import { fieldsOf, Json, objectOf } from '../../manifest';

/** A field that holds no others, with its path. */
export interface Leaf {
  readonly path: string;
  readonly value: Json | undefined;
}

/** The fields in a value that a difference has, however deep. */
export function leavesOf(path: string, value: Json | undefined): Leaf[] {
  const fields = fieldsOf(objectOf(value) ?? {});
  return fields.length > 0 ? fields.flatMap(([key, field]) => leavesOf(childPath(path, key), field)) : [{ path, value }];
}
