import { Requirement, Selector } from './selector';

/** Things with a selector, found by labels without a look at each: each stands under the rarest of the labels that it demands. */
export class RarestIndex<T> {
  private readonly byLabel = new Map<string, T[]>();
  private readonly others: T[] = [];

  /** @param unsure  keys of labels that a look-up may lack, by which nothing is found */
  constructor(things: readonly T[], selectorOf: (thing: T) => Selector, unsure: ReadonlySet<string>) {
    const uses = new Map<string, number>();
    const demands = things.map(thing => selectorOf(thing).requirements.filter(one => isOneLabel(one) && !unsure.has(one.key)).map(keyOf));
    for (const key of demands.flat()) uses.set(key, (uses.get(key) ?? 0) + 1);
    things.forEach((thing, i) => {
      const [rarest] = [...demands[i]].sort((a, b) => uses.get(a)! - uses.get(b)!);
      const list = rarest === undefined ? this.others : this.byLabel.get(rarest);
      if (list) list.push(thing);
      else this.byLabel.set(rarest, [thing]);
    });
  }

  /** Those that may select these labels, each once. */
  candidates(labels: Readonly<Record<string, string>>): T[] {
    const found = [...this.others];
    for (const [key, value] of Object.entries(labels)) found.push(...this.byLabel.get(labelKey(key, value)) ?? []);
    return found;
  }
}

function isOneLabel({ operator, values }: Requirement): boolean {
  return operator === 'In' && values.length === 1;
}

function keyOf({ key, values }: Requirement): string {
  return labelKey(key, values[0]);
}

function labelKey(key: string, value: string): string {
  return `${key}\n${value}`;
}
