import { UrlUse } from '../../facts/facts';
import { isNotCalled } from '../../facts/private/address-names';

/** The addresses of other servers than NATS that programs connect to. */
export function otherAddresses(urls: readonly UrlUse[]): UrlUse[] {
  return urls.filter(({ nats, name }) => !nats && !isNotCalled(name));
}
