import { NatsUrl } from '../../../address/nats-url';
import { UrlUse } from '../../facts/facts';

/** One NATS server that an address names; the servers of a list apart. */
export interface NatsAddress {
  readonly use: UrlUse;
  readonly url: NatsUrl;
}

/** The NATS servers that addresses name. */
export function natsAddresses(urls: readonly UrlUse[]): NatsAddress[] {
  return urls.flatMap((use) => {
    if (!use.nats) return [];
    const servers = use.nats.members.length > 0 ? use.nats.members : [use.nats];
    return servers.map(url => ({ use, url }));
  });
}
