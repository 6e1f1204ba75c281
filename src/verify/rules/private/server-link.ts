import { linksServers } from './client-port';
import { imageName } from './image-name';
import { Decision } from '../../correction';
import { UrlUse } from '../../facts/facts';

const LINKS = /(^|[._-])(routes?|gateways?|leafs?|leaf_?nodes?|remotes?)([._-]|$)/i;

/** Whether an address is for a NATS server to find other servers by: a route names a single pod, and a gateway another cluster, on purpose. */
export function isServerLink({ name, place: { path } }: UrlUse): boolean {
  return LINKS.test(name) || path.some(field => LINKS.test(`${field}`));
}

/** What to decide of an address that may be for servers to find each other by; undefined for one of clients. */
export function decideLink(use: UrlUse): Decision | undefined {
  if (isServerLink(use) || isOfServer(use)) return { decide: 'write the DNS name of the other server: this is a link between servers, which --server does not name' };
  const servers = use.nats!.members.length > 0 ? use.nats!.members : [use.nats!];
  const port = servers.map(server => server.port).find(other => other !== undefined && linksServers(other));
  if (port === undefined) return undefined;
  return { decide: `write the address for clients if programs use ${use.name}, else the DNS name of the other server: on port ${port} servers link to each other, which --server does not name` };
}

/** Whether NATS servers themselves hold the address. */
function isOfServer({ variables, workloads }: UrlUse): boolean {
  const holders = variables.length > 0 ? variables.map(({ container }) => [container]) : workloads.map(({ containers }) => containers);
  return holders.length > 0 && holders.every(containers => containers.some(({ image }) => /^nats(-server|-streaming)?$/.test(imageName(image ?? ''))));
}
