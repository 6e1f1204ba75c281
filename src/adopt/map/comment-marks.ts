import { FieldPath, ManifestObject } from '../../manifest';

/** Where a comment stands in the input, so that code is known to have it: `shop/k8s.yaml:7`. */
export interface CommentMark {
  readonly from: string;
  readonly text: string;
}

/** A place above which comments of a field may stand, and of what lies in it. */
export interface PlaceMark {
  /** The object of the field. */
  readonly object: string;
  readonly path: FieldPath;

  /** How many steps of a path go without saying there. */
  readonly known: number;
}

/** What no text of a manifest holds. */
const SIGN = '\u0000';

/** A comment of the input among those of the code, until all have their place. */
export function marked(mark: CommentMark | PlaceMark): string {
  return `${SIGN}${JSON.stringify(mark)}`;
}

/** What a comment of the code stands for; the comment itself where it is none of the input. */
export function markIn(comment: string): CommentMark | PlaceMark | string {
  return comment.startsWith(SIGN) ? JSON.parse(comment.slice(SIGN.length)) as CommentMark | PlaceMark : comment;
}

/** What names an object among those of all files. */
export function objectKey(object: ManifestObject): string {
  const { file, line, column } = object.position();
  return `${file}:${line}:${column}`;
}
