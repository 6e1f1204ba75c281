import { CommentMark, markIn, objectKey, PlaceMark } from './comment-marks';
import { sourceComments, sourceOf } from './source-comments';
import { append, FieldPath, formatPath, groupBy, ManifestObject } from '../../manifest';
import { ChartFile, Statement } from '../code';

/**
 * The code with each comment of the objects once: where it stands, or else at the nearest place around its field, which it then names. What belongs
 * to no field stands above all others of a place.
 */
export function withSettledComments<T extends readonly (ChartFile | Statement)[]>(code: T, objects: readonly ManifestObject[]): T {
  const settled = new SettledComments(marksIn(code), objects);
  return withComments(code, comments => settled.lines(comments));
}

type Mark = CommentMark | PlaceMark | string;

/** A comment that stands nowhere yet. */
interface LeftComment {
  readonly text: string;

  /** The field of its object; that itself where it belongs to none. */
  readonly path: FieldPath;
}

class SettledComments {
  private readonly left = new Map<string, LeftComment[]>();
  private readonly done = new Set<string>();

  constructor(marks: readonly Mark[], objects: readonly ManifestObject[]) {
    const placed = new Set(marks.flatMap(mark => isComment(mark) ? [mark.from] : []));
    const places = new Set(marks.flatMap(mark => isPlace(mark) ? [placeKey(mark.object, mark.path)] : []));
    for (const [document, own] of groupBy(objects, object => object.document)) {
      for (const comment of sourceComments(document)) {
        if (placed.has(sourceOf(document, comment))) continue;
        const object = own.find(({ root }) => root.every((step, i) => step === comment.path[i]));
        const path = object ? comment.path.slice(object.root.length) : [];
        const place = nearest(objectKey(object ?? own[0]), path, places);
        if (place !== undefined) append(this.left, place, { text: comment.text, path });
      }
    }
  }

  /** What stands for comments of the code. */
  lines(comments: readonly string[]): string[] {
    const marks = comments.map(markIn);
    const own = marks.flatMap(mark => typeof mark === 'string' ? [mark] : isComment(mark) && this.isFirst(mark.from) ? [mark.text] : []);
    const left = marks.filter(isPlace).flatMap(({ object, path, known }) => {
      const key = placeKey(object, path);
      return this.isFirst(key) ? (this.left.get(key) ?? []).map(comment => ({ ...comment, label: labelOf(comment.path, known) })) : [];
    });
    const labelled = left.filter(({ label }) => label !== '').map(({ text, label }, i, all) => label === all[i - 1]?.label ? text : `${label}: ${text}`);
    return [...left.filter(({ label }) => label === '').map(({ text }) => text), ...own, ...labelled];
  }

  private isFirst(key: string): boolean {
    const isFirst = !this.done.has(key);
    this.done.add(key);
    return isFirst;
  }
}

/** A field as findings name it, without the steps that go without saying; an item with its list. */
function labelOf(path: FieldPath, known: number): string {
  const isItem = typeof path[known] === 'number';
  return isItem ? labelOf(path, known - 1) : formatPath(path.slice(known));
}

/** The innermost place that a field lies in; any other where there is none. */
function nearest(object: string, path: FieldPath, places: ReadonlySet<string>): string | undefined {
  for (let length = path.length; length >= 0; length--) {
    const place = placeKey(object, path.slice(0, length));
    if (places.has(place)) return place;
  }
  return [...places][0];
}

function placeKey(object: string, path: FieldPath): string {
  return JSON.stringify([object, path]);
}

function isComment(mark: Mark): mark is CommentMark {
  return typeof mark === 'object' && 'from' in mark;
}

function isPlace(mark: Mark): mark is PlaceMark {
  return typeof mark === 'object' && 'object' in mark;
}

function marksIn(code: unknown, found: Mark[] = []): Mark[] {
  if (typeof code !== 'object' || code === null) return found;
  for (const [key, part] of Object.entries(code)) {
    if (key === 'comments') found.push(...(part as readonly string[] | undefined ?? []).map(markIn));
    else marksIn(part, found);
  }
  return found;
}

/** Code with other comments; what then has none is as if it never had. */
function withComments<T>(code: T, change: (comments: readonly string[]) => readonly string[]): T {
  if (Array.isArray(code)) return code.map(part => withComments(part, change)) as T;
  if (typeof code !== 'object' || code === null) return code;
  const changed: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(code)) {
    const value = key === 'comments' ? change(part ?? []) : withComments(part, change);
    if (key !== 'comments' || value.length > 0) changed[key] = value;
  }
  return changed as T;
}
