import { Json, objectOf, textOf } from '../../manifest';

/** The entries of `env`, the last of a name; one that refers to a variable defined below it does not get its value. Those without a name come last. */
export function variablesByName(list: readonly Json[]): Json[] {
  const named = list.flatMap((item) => {
    const entry = objectOf(item);
    const name = textOf(entry?.name);
    return entry && name !== undefined ? [{ name, entry }] : [];
  });
  const others = list.filter(item => textOf(objectOf(item)?.name) === undefined);
  const all = new Set(named.map(({ name }) => name));
  const above = new Set<string>();
  const byName = new Map<string, Json>();
  for (const { name, entry } of named) {
    const { value: given, ...rest } = entry;
    const value = given ?? (entry.valueFrom ? undefined : '');
    const unexpanded = referencesIn(textOf(value) ?? '').filter(reference => all.has(reference) && !above.has(reference));
    byName.set(name, { ...rest, value, ...unexpanded.length > 0 ? { unexpanded: unexpanded.join(' ') } : {} });
    above.add(name);
  }
  return [...byName.values(), ...others];
}

/** The names of the variables that a value refers to; `$$(NAME)` is no reference. */
export function referencesIn(value: string): string[] {
  return [...value.matchAll(/\$\$|\$\(([^)]+)\)/g)].flatMap(([, name]) => name ?? []);
}
