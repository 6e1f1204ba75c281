/** Whether a pattern names a field or one above it: `*` is any text within a part, `{a,b}` a choice of parts, `**` any number of parts. */
export function coversField(pattern: string, path: string): boolean {
  return covers(partsOfPath(pattern), partsOfPath(path));
}

/** Whether one of two fields is the other, or holds it. */
export function areRelated(one: string, other: string): boolean {
  const [a, b] = [partsOfPath(one), partsOfPath(other)];
  return a.slice(0, b.length).every((part, i) => part === b[i]);
}

/** The parts of a path as `FieldChange` writes it. */
export function partsOfPath(path: string): string[] {
  return path.match(/\[[^\]]*\]|[^.[\]]+/g) ?? [];
}

function covers([first, ...rest]: readonly string[], path: readonly string[]): boolean {
  if (first === undefined) return true;
  if (first === '**') return covers(rest, path) || (path.length > 0 && covers([first, ...rest], path.slice(1)));
  return path.length > 0 && matchesPart(first, path[0]) && covers(rest, path.slice(1));
}

function matchesPart(pattern: string, part: string): boolean {
  if (!/[*{]/.test(pattern)) return pattern === part;
  const source = pattern.replace(/[\\^$.|?+()[\]]/g, '\\$&').replaceAll('*', '.*')
    .replace(/\{([^{}]*)\}/g, (_, choices: string) => `(?:${choices.split(',').join('|')})`);
  return new RegExp(`^${source}$`, 's').test(part);
}
