import { Labels } from './labels';

/** What has the same keys, as a whole and by each pair of key and value. */
interface Group<T> {
  readonly keys: readonly string[];
  readonly all: Set<T>;
  readonly byPair: Map<string, Set<T>>;
}

const NOBODY: ReadonlySet<never> = new Set();

/** Things with labels, found by labels without a look at each of them; what is found may still differ in labels that are less rare. */
export class LabelIndex<T> {
  private readonly groups = new Map<string, Group<T>>();

  public add(labels: Labels, item: T): void {
    const group = this.groupOf(labels);
    group.all.add(item);
    for (const pair of pairsOf(labels)) {
      const items = group.byPair.get(pair);
      if (items) items.add(item);
      else group.byPair.set(pair, new Set([item]));
    }
  }

  public delete(labels: Labels, item: T): void {
    const group = this.groupOf(labels);
    group.all.delete(item);
    for (const pair of pairsOf(labels)) group.byPair.get(pair)?.delete(item);
  }

  /** What may contradict none of these labels. */
  public agreeing(labels: Labels): T[] {
    return this.search(labels, () => true);
  }

  /** What may have no other labels than these. */
  public within(labels: Labels): T[] {
    return this.search(labels, keys => keys.every(key => Object.hasOwn(labels, key)));
  }

  /** What may have all of these labels. */
  public carrying(labels: Labels): T[] {
    return this.search(labels, keys => Object.keys(labels).every(key => keys.includes(key)));
  }

  private search(labels: Labels, fits: (keys: readonly string[]) => boolean): T[] {
    return [...this.groups.values()].filter(({ keys }) => fits(keys)).flatMap(({ keys, all, byPair }) => {
      const sets = keys.filter(key => Object.hasOwn(labels, key)).map(key => byPair.get(pairOf(key, labels[key])) ?? NOBODY);
      return [...sets.reduce<ReadonlySet<T>>((rarest, set) => (set.size < rarest.size ? set : rarest), all)];
    });
  }

  private groupOf(labels: Labels): Group<T> {
    const keys = Object.keys(labels).sort();
    const name = keys.join();
    let group = this.groups.get(name);
    if (!group) {
      group = { keys, all: new Set(), byPair: new Map() };
      this.groups.set(name, group);
    }
    return group;
  }
}

function pairsOf(labels: Labels): string[] {
  return Object.entries(labels).map(([key, value]) => pairOf(key, value));
}

function pairOf(key: string, value: string): string {
  return `${key}=${value}`;
}
