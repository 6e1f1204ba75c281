import { matchesGlob } from './glob';

/*
 * A path names a field of an object: `spec.template.spec.containers[api].env[NATS_URL].value`.
 * Members of lists, and of maps where the key is no plain word, stand in brackets.
 */

/** The path of a field below another. */
export function childPath(path: string, key: string): string {
  if (key.startsWith('[') || path === '') return `${path}${key}`;
  return `${path}.${key}`;
}

/** The part of a path that names a member of a list. */
export function memberKey(key: string): string {
  return `[${key.replace(/\[/g, '(').replace(/\]/g, ')')}]`;
}

/** The part of a path that names a key of a map such as labels or data. */
export function mapKey(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? key : memberKey(key);
}

function segments(path: string): string[] {
  return path.match(/\[[^\]]*\]|[^.[\]]+/g) ?? [];
}

function covers(pattern: readonly string[], path: readonly string[]): boolean {
  if (pattern.length === 0) return true;
  const [first, ...rest] = pattern;
  if (first === '**') return covers(rest, path) || (path.length > 0 && covers(pattern, path.slice(1)));
  return path.length > 0 && matchesGlob(first, path[0]) && covers(rest, path.slice(1));
}

/** Whether a pattern names the path or a field above it; `*` is any text within a part, `**` any number of parts. */
export function coversPath(pattern: string, path: string): boolean {
  return covers(segments(pattern), segments(path));
}

/** Whether a pattern covers so much that it explains nothing. */
export function isTooBroad(pattern: string): boolean {
  const words = segments(pattern).filter(segment => /[A-Za-z]/.test(segment));
  return words.length === 0 || ['spec', 'metadata'].includes(words.join('.'));
}
