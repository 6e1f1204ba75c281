/** Whether a pattern names a field or one above it: `*` is any text within a part, `{a,b.c}` a choice, `**` any number of parts. */
export function coversField(pattern: string, path: string): boolean {
  const parts = partsOfPath(path);
  return compiled(pattern).some(form => covers(form, parts));
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

type Part = RegExp | '**';

const COMPILED = new Map<string, readonly (readonly Part[])[]>();

/** The parts of a pattern, once for each combination of its choices. */
function compiled(pattern: string): readonly (readonly Part[])[] {
  const known = COMPILED.get(pattern);
  if (known) return known;
  const forms = withoutChoices(pattern).map(form => partsOfPath(form).map(compiledPart));
  COMPILED.set(pattern, forms);
  return forms;
}

function withoutChoices(pattern: string): string[] {
  const [choice, choices] = /\{([^{}]*)\}/.exec(pattern) ?? [];
  return choice === undefined ? [pattern] : choices.split(',').flatMap(one => withoutChoices(pattern.replace(choice, () => one)));
}

function compiledPart(part: string): Part {
  return part === '**' ? part : new RegExp(`^${part.replace(/[\\^$.|?+()[\]]/g, '\\$&').replaceAll('*', '.*')}$`, 's');
}

function covers([first, ...rest]: readonly Part[], path: readonly string[]): boolean {
  if (first === undefined) return true;
  if (first === '**') return covers(rest, path) || (path.length > 0 && covers([first, ...rest], path.slice(1)));
  return path.length > 0 && first.test(path[0]) && covers(rest, path.slice(1));
}
