/** Ids that Mermaid reads as names: letters, digits and underscores, made of the given ones and each only once. */
export function mermaidIds(ids: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  return new Map(ids.map((id) => {
    const base = id.replace(/[^A-Za-z0-9]+/g, '_');
    let free = base;
    for (let i = 2; taken.has(free); i++) free = `${base}_${i}`;
    taken.add(free);
    return [id, free] as const;
  }));
}
