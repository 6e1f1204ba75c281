import { without } from './ports-without';
import { IpRange, PortSet } from '../../reachability';

/** What is let through to or from a range of addresses. */
export interface RangePorts {
  readonly range: IpRange;
  readonly ports: PortSet;
}

/** A range for which ports came or went. */
export interface RangeChange {
  readonly kind: 'gained' | 'lost';
  readonly range: IpRange;
  readonly ports: string;
}

/** What came and went, as few ranges as can be; the ranges of a side do not overlap, and all are of one family. */
export function rangeChanges(before: readonly RangePorts[], after: readonly RangePorts[]): RangeChange[] {
  const starts = [...before, ...after].flatMap(({ range }) => [range.first, range.last + 1n]);
  const cuts = [...new Set(starts)].sort((a, b) => (a < b ? -1 : 1));
  const [old, current] = [before, after].map(side => new Sweep(side));
  const changes: RangeChange[] = [];
  cuts.slice(0, -1).forEach((first, i) => {
    const range = { family: (before[0] ?? after[0]).range.family, first, last: cuts[i + 1] - 1n };
    const [had, has] = [old.at(first), current.at(first)];
    for (const [kind, ports] of [['gained', without(has, had)], ['lost', without(had, has)]] as const) {
      if (!ports.isEmpty) extend(changes, { kind, range, ports: `${ports}` });
    }
  });
  return changes;
}

/** Adds a change to the range that it continues. */
function extend(changes: RangeChange[], change: RangeChange): void {
  const index = changes.findIndex(({ kind, ports, range }) =>
    kind === change.kind && ports === change.ports && range.last + 1n === change.range.first);
  if (index < 0) changes.push(change);
  else changes[index] = { ...change, range: { ...change.range, first: changes[index].range.first } };
}

/** Looks up addresses in rising order. */
class Sweep {
  private readonly sorted: readonly RangePorts[];
  private next = 0;

  constructor(side: readonly RangePorts[]) {
    this.sorted = [...side].sort((a, b) => (a.range.first < b.range.first ? -1 : 1));
  }

  at(address: bigint): PortSet {
    while (this.next < this.sorted.length && this.sorted[this.next].range.last < address) this.next++;
    const found = this.sorted[this.next];
    return found && found.range.first <= address ? found.ports : PortSet.NONE;
  }
}
