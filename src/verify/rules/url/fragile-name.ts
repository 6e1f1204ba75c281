import { NatsUrl } from '../../../address/nats-url';
import { NatsUrlClass } from '../../../address/nats-url-class';
import { UrlUse } from '../../facts/facts';
import { isPartOfPair } from '../../facts/private/address-names';
import { serviceTarget } from '../../facts/private/service-target';
import { rule } from '../../rule';
import { addressPhrase, fullAddress } from '../private/address-phrases';
import { correctName } from '../private/full-name';
import { isServerLink } from '../private/server-link';

/** Why a form is fragile. */
const FRAGILE: Partial<Record<NatsUrlClass, string>> = {
  [NatsUrlClass.BARE_SHORT]: 'a short name resolves only in pods of the Service\'s own namespace',
  [NatsUrlClass.NAMESPACED_SHORT]: 'a name of Service and namespace resolves only through the search list of the pod, and may clash with another name',
  [NatsUrlClass.WITHOUT_ZONE]: 'a name without the zone resolves only through the search list of the pod',
  [NatsUrlClass.FULL_TRAILING_DOT]: 'the name in a TLS certificate may not match a name with a trailing dot',
  [NatsUrlClass.HEADLESS_POD]: 'the name of one pod does not move to another server when that pod is gone',
  [NatsUrlClass.AMBIGUOUS]: 'the name is a pod of the own namespace or a Service of another one, depending on what exists',
};

export const fragileName = rule({
  code: 'URL104',
  title: 'A NATS URL is not the full name of a Service with scheme and port',
  severity: 'advice',
  reads: ['urls', 'set'],
  why: 'Short names resolve through the search list of the pod: they depend on its namespace, `dnsPolicy` and `dnsConfig`. Clients differ on a missing scheme or port '
    + '(nats.py drops user info and TLS from a URL without a port) and on lists joined by commas (nats.go takes them, nats.py raises, nats.js keeps the last). '
    + 'The full form means the same everywhere. Names that provably do not resolve are URL105.',
  repair: 'Write `nats://SERVICE.NAMESPACE.svc.cluster.local:4222`, one URL.',
  source: '§3',
  check: facts => facts.urls.flatMap((use) => {
    const { set, options } = facts;
    const { nats } = use;
    if (!nats || use.inState || isServerLink(use) || [NatsUrlClass.INVALID, NatsUrlClass.WRONG_SCHEME].includes(nats.urlClass)) return [];
    const why = weakness(nats, use);
    const target = serviceTarget(use, nats.host, set, options.zone);
    if (why === undefined || target?.presence === 'absent') return [];
    const service = target ?? { name: nats.service ?? '<service>', namespace: nats.namespace ?? '' };
    return [{
      at: use.place,
      message: `${addressPhrase(use)}: ${why}`,
      fix: `write ${fullAddress(use, service, nats.port ?? 4222, options.zone)}`,
      correct: () => correctName(use, facts),
    }];
  }),
});

function weakness(url: NatsUrl, { name, text }: UrlUse): string | undefined {
  if (url.urlClass === NatsUrlClass.LIST) return 'clients differ on a list of URLs';
  if (url.hostClass !== NatsUrlClass.FULL) return FRAGILE[url.hostClass];
  if (isPartOfPair(name) || url.canonical === text.trim() || url.urlClass !== NatsUrlClass.FULL) return undefined;
  if (url.scheme === undefined) return 'clients differ on a URL without a scheme';
  return /:\d+\/?$/.test(text.trim()) ? 'clients differ on upper case and on a slash at the end' : 'clients differ on a URL without a port';
}
