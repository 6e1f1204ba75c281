import { FieldPath, ManifestObject } from '../../manifest';

/** The comments of the file that belong to a field: the lines right above it, and what stands behind its value. */
export function commentsOf(object: ManifestObject, path: FieldPath): readonly string[] {
  const lines = linesOf(object);
  const { line } = object.position(path, { part: 'key' });
  return [...above(lines, line - 1), ...behind(lines, object, path)].filter(comment => comment !== '');
}

const LINES = new WeakMap<object, readonly string[]>();

function linesOf({ document }: ManifestObject): readonly string[] {
  const known = LINES.get(document);
  if (known) return known;
  const lines = document.text.split(/\r?\n/);
  LINES.set(document, lines);
  return lines;
}

function above(lines: readonly string[], index: number): string[] {
  const [, comment] = /^\s*#+\s?(.*?)\s*$/.exec(lines[index - 1] ?? '') ?? [];
  return comment === undefined ? [] : [...above(lines, index - 1), comment];
}

function behind(lines: readonly string[], object: ManifestObject, path: FieldPath): string[] {
  const value = object.get(...path);
  if (value === undefined || (typeof value === 'object' && value !== null)) return [];
  const { line, endLine, endColumn } = object.position(path);
  const [, comment] = /^,?\s+#+\s?(.*?)\s*$/.exec((lines[endLine - 1] ?? '').slice(endColumn - 1)) ?? [];
  return comment === undefined || line !== endLine ? [] : [comment];
}
