import { groupBy } from '../manifest';
import { Connection, ConnectionEnd, formatConnectionEnd, IpRange } from '../reachability';
import { Facts } from '../verify';
import { without } from './private/ports-without';
import { RangePorts, rangeChanges } from './private/range-changes';

/** What policies let through now and did not, or no longer do: each of `from` to each of `to`. */
export interface PolicyChange {
  readonly kind: 'gained' | 'lost';

  /** `namespace/name[Kind]`, or `10.0.0.0-10.255.255.255[External]`. */
  readonly from: readonly string[];
  readonly to: readonly string[];

  /** `TCP 80,443`, or `All Connections`. */
  readonly ports: string;
}

/** One pair of a change. */
interface Pair {
  readonly kind: 'gained' | 'lost';
  readonly from: string;
  readonly to: string;
  readonly ports: string;
}

/** What policies change between workloads that both sides have; the rest comes and goes with its workload. */
export function policyChanges(before: Facts, after: Facts): PolicyChange[] {
  const titles = new Set(before.set.workloads.map(({ title }) => title));
  const common = new Set(after.set.workloads.map(({ title }) => title).filter(title => titles.has(title)));
  const [old, current] = [before, after].map(({ network }) =>
    network.connections().filter(({ from, to }) => isCommon(from, common) && isCommon(to, common)));
  return grouped([...workloadPairs(old, current), ...addressPairs(old, current)]);
}

function isCommon(end: ConnectionEnd, titles: ReadonlySet<string>): boolean {
  return end.type === 'addresses' || titles.has(end.title);
}

function workloadPairs(old: readonly Connection[], current: readonly Connection[]): Pair[] {
  const [before, after] = [old, current].map(connections => new Map(connections
    .filter(({ from, to }) => from.type === 'workload' && to.type === 'workload')
    .map(connection => [`${formatConnectionEnd(connection.from)} ${formatConnectionEnd(connection.to)}`, connection])));
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.flatMap((key) => {
    const { from, to } = (after.get(key) ?? before.get(key))!;
    const ends = { from: formatConnectionEnd(from), to: formatConnectionEnd(to) };
    return changesOf(before.get(key)?.ports, after.get(key)?.ports).map(change => ({ ...ends, ...change }));
  });
}

function changesOf(before: Connection['ports'] | undefined, after: Connection['ports'] | undefined): Pick<Pair, 'kind' | 'ports'>[] {
  const [gained, lost] = [after && without(after, before), before && without(before, after)];
  return [
    ...gained && !gained.isEmpty ? [{ kind: 'gained' as const, ports: `${gained}` }] : [],
    ...lost && !lost.isEmpty ? [{ kind: 'lost' as const, ports: `${lost}` }] : [],
  ];
}

/** A workload, the way of its traffic, and the addresses at the other end. */
interface AddressSide {
  readonly title: string;
  readonly direction: 'to' | 'from';
  readonly range: IpRange;
  readonly ports: Connection['ports'];
}

/** The ranges of the sides are cut at other addresses, so that they are compared piece by piece. */
function addressPairs(old: readonly Connection[], current: readonly Connection[]): Pair[] {
  const keyOf = ({ title, direction, range }: AddressSide): string => `${direction} ${range.family} ${title}`;
  const [before, after] = [old, current].map(connections => groupBy(connections.flatMap(addressSide), keyOf));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [sidesBefore, sidesAfter] = [before.get(key) ?? [], after.get(key) ?? []];
    const { title, direction } = [...sidesAfter, ...sidesBefore][0];
    return rangeChanges(sidesBefore, sidesAfter).map(({ kind, range, ports }) => {
      const addresses = formatConnectionEnd({ type: 'addresses', range });
      return direction === 'to' ? { kind, from: title, to: addresses, ports } : { kind, from: addresses, to: title, ports };
    });
  });
}

function addressSide({ from, to, ports }: Connection): (AddressSide & RangePorts)[] {
  if (from.type === 'workload' && to.type === 'addresses') return [{ title: from.title, direction: 'to', range: to.range, ports }];
  if (from.type === 'addresses' && to.type === 'workload') return [{ title: to.title, direction: 'from', range: from.range, ports }];
  return [];
}

/** Pairs of the same ports as few lines: those of one source together, then sources with the same targets. */
function grouped(pairs: readonly Pair[]): PolicyChange[] {
  const bySource = [...groupBy(pairs, ({ kind, from, ports }) => `${kind}\n${ports}\n${from}`).values()]
    .map(group => ({ kind: group[0].kind, ports: group[0].ports, from: group[0].from, to: group.map(({ to }) => to).sort() }));
  const lines = [...groupBy(bySource, ({ kind, ports, to }) => [kind, ports, ...to].join('\n')).values()]
    .map(group => ({ kind: group[0].kind, from: group.map(({ from }) => from).sort(), to: group[0].to, ports: group[0].ports }));
  return lines.sort((a, b) => compare(a.kind === 'lost' ? 0 : 1, b.kind === 'lost' ? 0 : 1) || compare(a.from[0], b.from[0]) || compare(a.to[0], b.to[0]));
}

function compare<T>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
