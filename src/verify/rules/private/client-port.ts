import { Service } from '../../../manifest';

/** Ports on which NATS servers find each other: routes, gateways, leaf nodes. */
const LINKS: ReadonlySet<number> = new Set([6222, 7222, 7422]);

/** Ports of a NATS server that take neither clients nor servers: monitoring, metrics. */
const WATCHED: ReadonlySet<number> = new Set([8222, 7777]);

/** Whether a port of a NATS server is for other servers. */
export function linksServers(port: number): boolean {
  return LINKS.has(port);
}

/** Whether a port of a NATS server takes no clients. */
export function takesNoClients(port: number): boolean {
  return LINKS.has(port) || WATCHED.has(port);
}

/** The port on which the Service of a NATS server takes clients; undefined where its ports do not say so. */
export function clientPort({ ports }: Pick<Service, 'ports'>): number | undefined {
  const served = ports.filter(({ protocol }) => protocol === 'TCP');
  if (served.some(({ port }) => port === 4222)) return 4222;
  const [only, other] = served.filter(({ port }) => !takesNoClients(port));
  return other ? undefined : only?.port;
}
