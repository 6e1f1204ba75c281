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
