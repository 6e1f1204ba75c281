import { Protocol, PROTOCOLS } from './port-rule';

/** Ports from the first to the last, both included. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

const LAST = 65535;
const EVERY: PortRange = { first: 1, last: LAST };

/** A set of ports of each protocol, in order and without gaps of nothing between ranges. */
export class PortSet {
  static readonly NONE = new PortSet({ TCP: [], UDP: [], SCTP: [] });
  static readonly ALL = new PortSet({ TCP: [EVERY], UDP: [EVERY], SCTP: [EVERY] });

  static of(protocol: Protocol, first: number, last: number): PortSet {
    return new PortSet({ ...PortSet.NONE.ranges, [protocol]: [{ first, last }] });
  }

  /** All ports of a protocol. */
  static every(protocol: Protocol): PortSet {
    return PortSet.of(protocol, EVERY.first, EVERY.last);
  }

  private constructor(readonly ranges: Readonly<Record<Protocol, readonly PortRange[]>>) {}

  get isEmpty(): boolean {
    return PROTOCOLS.every(protocol => this.ranges[protocol].length === 0);
  }

  get isAll(): boolean {
    return PROTOCOLS.every(protocol => this.ranges[protocol].some(({ first, last }) => first === EVERY.first && last === LAST));
  }

  has(protocol: Protocol, port: number): boolean {
    return this.ranges[protocol].some(({ first, last }) => first <= port && port <= last);
  }

  union(other: PortSet): PortSet {
    if (this === PortSet.ALL || other === PortSet.NONE || this === other) return this;
    if (other === PortSet.ALL || this === PortSet.NONE) return other;
    return this.combine(other, (a, b) => merge([...a, ...b]));
  }

  intersection(other: PortSet): PortSet {
    if (this === PortSet.ALL || other === PortSet.NONE || this === other) return other;
    if (other === PortSet.ALL || this === PortSet.NONE) return this;
    return this.combine(other, intersect);
  }

  /** As connections print it: `TCP 80,443,UDP 53`, or `All Connections`. */
  toString(): string {
    if (this.isAll) return 'All Connections';
    return [...PROTOCOLS].sort().filter(protocol => this.ranges[protocol].length > 0)
      .map(protocol => `${protocol} ${this.ranges[protocol].map(({ first, last }) => first === last ? `${first}` : `${first}-${last}`).join(',')}`)
      .join(',') || 'No Connections';
  }

  private combine(other: PortSet, how: (a: readonly PortRange[], b: readonly PortRange[]) => readonly PortRange[]): PortSet {
    const of = (protocol: Protocol): readonly PortRange[] => how(this.ranges[protocol], other.ranges[protocol]);
    return new PortSet({ TCP: of('TCP'), UDP: of('UDP'), SCTP: of('SCTP') });
  }
}

function merge(ranges: readonly PortRange[]): PortRange[] {
  const merged: PortRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.first - b.first)) {
    const before = merged.at(-1);
    if (before && range.first <= before.last + 1) merged[merged.length - 1] = { first: before.first, last: Math.max(before.last, range.last) };
    else merged.push(range);
  }
  return merged;
}

function intersect(a: readonly PortRange[], b: readonly PortRange[]): PortRange[] {
  return a.flatMap(one => b.flatMap((two) => {
    const first = Math.max(one.first, two.first);
    const last = Math.min(one.last, two.last);
    return first <= last ? [{ first, last }] : [];
  }));
}
