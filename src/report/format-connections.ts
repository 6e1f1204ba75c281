import { Connection, connectionLines, formatConnectionEnd, PortSet, Protocol } from '../reachability';

/** Connections, one `SRC => DST : PROTOCOL PORTS` a line. */
export function formatConnectionsText(connections: readonly Connection[]): string {
  return connectionLines(connections).map(line => `${line}\n`).join('');
}

/** Connections for programs. */
export function formatConnectionsJson(connections: readonly Connection[]): string {
  const plain = connections.map(({ from, to, ports }) => ({ from: formatConnectionEnd(from), to: formatConnectionEnd(to), ports: portsOf(ports) }));
  plain.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1));
  return JSON.stringify({ version: 1, connections: plain }, null, 2) + '\n';
}

function portsOf({ ranges }: PortSet): object[] {
  return (Object.keys(ranges) as Protocol[]).flatMap(protocol => ranges[protocol].map(({ first, last }) => ({ protocol, first, last })));
}
