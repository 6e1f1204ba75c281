import { UrlUse } from '../../facts/facts';

const LINKS = /(^|[._-])(routes?|gateways?|leaf_?nodes?|remotes)([._-]|$)/i;

/** Whether an address is for a NATS server to find other servers by: a route names a single pod, and a gateway another cluster, on purpose. */
export function isServerLink({ name, place: { path } }: UrlUse): boolean {
  return LINKS.test(name) || path.some(field => LINKS.test(`${field}`));
}
