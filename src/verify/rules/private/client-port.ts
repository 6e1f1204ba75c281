import { Service } from '../../../manifest';

/** Ports of a NATS server that take no clients: monitoring, routes, metrics. */
const NO_CLIENTS: ReadonlySet<number> = new Set([8222, 6222, 7222, 7777]);

/** Whether a port of a NATS server takes no clients. */
export function takesNoClients(port: number): boolean {
  return NO_CLIENTS.has(port);
}

/** The port on which the Service of a NATS server takes clients; undefined where its ports do not say so. */
export function clientPort({ ports }: Pick<Service, 'ports'>): number | undefined {
  const served = ports.filter(({ protocol }) => protocol === 'TCP');
  if (served.some(({ port }) => port === 4222)) return 4222;
  const [only, other] = served.filter(({ port }) => !takesNoClients(port));
  return other ? undefined : only?.port;
}
