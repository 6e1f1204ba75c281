/** Names that differ in one of their parts, such as `load-5m-prod` and `load-1h-prod`. */
export interface NameFamily {
  /** The name with `*` in place of the part. */
  readonly pattern: string;

  /** The parts that stand there. */
  readonly parts: ReadonlySet<string>;
}

/** A name that a family lacks, while its sister families have the part. */
export interface NameGap {
  readonly name: string;
  readonly part: string;
  readonly family: NameFamily;
  readonly sisters: readonly NameFamily[];
}

const FEWEST_PARTS = 3;

const MOST_PARTS = 24;

/** The families with at least three members; a name is in one family for each of its parts. */
export function nameFamilies(names: readonly string[]): NameFamily[] {
  const parts = new Map<string, Set<string>>();
  for (const name of names) {
    const tokens = name.split('-');
    if (tokens.length === 1) continue;
    tokens.forEach((token, i) => {
      const pattern = [...tokens.slice(0, i), '*', ...tokens.slice(i + 1)].join('-');
      const known = parts.get(pattern);
      if (known) known.add(token);
      else parts.set(pattern, new Set([token]));
    });
  }
  return [...parts].map(([pattern, set]) => ({ pattern, parts: set })).filter(({ parts: { size } }) => size >= FEWEST_PARTS && size <= MOST_PARTS);
}

/** The gaps of families: at least three quarters of a family's parts are those of its sisters, and it lacks a single one that all sisters have. */
export function nameGaps(names: readonly string[]): NameGap[] {
  const rows = byParts(nameFamilies(names));
  const existing = new Set(names);
  const gaps = new Map<string, NameGap>();
  for (const [family, ...same] of rows) {
    // A sister with the very same parts shows that the row is complete.
    const gap = same.length === 0 ? gapOf(family, rows) : undefined;
    if (gap && !existing.has(gap.name) && !gaps.has(gap.name)) gaps.set(gap.name, gap);
  }
  return [...gaps.values()];
}

function gapOf(family: NameFamily, rows: readonly (readonly NameFamily[])[]): NameGap | undefined {
  const sisters = rows.filter(([other]) => other !== family && isSister(family, other)).flat();
  if (sisters.length === 0) return undefined;
  const lacking = [...sisters[0].parts].filter(part => !family.parts.has(part) && sisters.every(sister => sister.parts.has(part)));
  if (lacking.length !== 1) return undefined;
  const [part] = lacking;
  return { name: family.pattern.replace('*', part), part, family, sisters };
}

/** Whether the other family has all parts of this one, which are at least three quarters of its own. */
function isSister(family: NameFamily, other: NameFamily): boolean {
  return family.parts.size * 4 >= other.parts.size * 3 && [...family.parts].every(part => other.parts.has(part));
}

/** Families with the very same parts, together. */
function byParts(families: readonly NameFamily[]): NameFamily[][] {
  const rows = new Map<string, NameFamily[]>();
  for (const family of families) {
    const id = [...family.parts].sort().join();
    const row = rows.get(id);
    if (row) row.push(family);
    else rows.set(id, [family]);
  }
  return [...rows.values()];
}
