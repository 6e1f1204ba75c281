/** The ports of NATS servers: clients, routes, leaf nodes. */
export const NATS_PORTS: readonly number[] = [4222, 6222, 7422];

/** Ports of servers that hold or carry data, by whose they are. They are nobody's business outside the namespace that needs them. */
const PROTECTED: ReadonlyMap<number, string> = new Map([
  [4222, 'NATS'], [6222, 'NATS routes'], [7422, 'NATS leaf nodes'],
  [3306, 'MySQL'], [5432, 'PostgreSQL'], [27017, 'MongoDB'], [6379, 'Redis'], [1433, 'SQL Server'], [9042, 'Cassandra'],
]);

/** Whose port it is, where it is one of a server that holds or carries data. */
export function protectedPort(port: number): string | undefined {
  return PROTECTED.get(port);
}

/** The servers that findings about these ports are about. */
export function concernsOfPorts(ports: readonly number[]): string[] {
  return [...new Set(ports.flatMap(port => NATS_PORTS.includes(port) ? 'NATS' : PROTECTED.get(port) ?? []))];
}
