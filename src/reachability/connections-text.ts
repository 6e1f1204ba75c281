import { Connection, ConnectionEnd } from './connection';
import { formatRange } from './ip';

/** Connections as lines `SRC => DST : PROTOCOL PORTS`, sorted. */
export function connectionLines(connections: readonly Connection[]): string[] {
  return connections.map(({ from, to, ports }) => `${formatConnectionEnd(from)} => ${formatConnectionEnd(to)} : ${ports}`).sort();
}

/** An end as a line of connections has it: `namespace/name[Kind]` or `10.0.0.0-10.255.255.255[External]`. */
export function formatConnectionEnd(end: ConnectionEnd): string {
  return end.type === 'workload' ? end.title : `${formatRange(end.range)}[External]`;
}
