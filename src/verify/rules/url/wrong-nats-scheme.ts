import { NatsUrl } from '../../../address/nats-url';
import { NatsUrlClass } from '../../../address/nats-url-class';
import { UrlUse } from '../../facts/facts';
import { rule } from '../../rule';
import { addressPhrase } from '../private/address-phrases';
import { natsAddresses } from '../private/nats-addresses';
import { correctServers, Verdict } from '../private/server-change';

export const wrongNatsScheme = rule({
  code: 'URL107',
  title: 'The URL of a NATS server has a scheme that is none of NATS',
  severity: 'warning',
  reads: ['urls'],
  why: 'NATS clients know `nats`, `tls`, `ws` and `wss`. Some take another scheme for plain NATS, others (nats.py) for the host, and look up a server called `http`.',
  repair: 'Write `nats://`, or `tls://` where the server demands TLS. Port 8222 with `http://` is the monitoring, which takes no clients.',
  source: 'https://docs.nats.io/using-nats/developer/connecting',
  check: ({ urls }) => natsAddresses(urls).flatMap(({ use, url }) => (url.urlClass === NatsUrlClass.WRONG_SCHEME
    ? [{
      at: use.place,
      message: `${addressPhrase(use, url)}, and ${url.scheme} is no scheme of NATS`,
      fix: `write ${url.canonical ?? 'nats:// in its place'}`,
      correct: () => correctServers(use, url, other => schemeOf(use, other)),
    }]
    : [])),
});

/** Plain schemes stand for plain NATS; over HTTP without a port the monitoring may be meant. */
function schemeOf({ text }: UrlUse, { urlClass, scheme }: NatsUrl): Verdict {
  if (urlClass !== NatsUrlClass.WRONG_SCHEME) return undefined;
  if (scheme === 'tcp' || (scheme === 'http' && /:4222\b/.test(text))) return { scheme: 'nats' };
  return { decide: scheme === 'http' ? 'write nats://, or the port of the monitoring if that is meant' : 'write tls:// if the server demands TLS, else nats://' };
}
