/** `NGINX_CONF` for `nginx.conf`, `MAX_AGE` for `maxAge`. */
export function constantName(text: string): string {
  const words = text.replace(/([a-z\d])([A-Z])/g, '$1_$2').split(/[^A-Za-z\d]+/).filter(Boolean).join('_').toUpperCase();
  return words === '' ? 'TEXT' : words.replace(/^(?=\d)/, 'TEXT_');
}

/** The name, with a number where it is taken. */
export function unusedName(name: string, taken: ReadonlySet<string>, separator = '_'): string {
  let unused = name;
  for (let number = 2; taken.has(unused); number++) unused = `${name}${separator}${number}`;
  return unused;
}
