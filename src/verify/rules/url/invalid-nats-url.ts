import { NatsUrl } from '../../../address/nats-url';
import { NatsUrlClass } from '../../../address/nats-url-class';
import { UrlUse } from '../../facts/facts';
import { endsInUserInfo } from '../../facts/private/read-address';
import { serviceTarget } from '../../facts/private/service-target';
import { Observation } from '../../finding';
import { ReadFacts, rule } from '../../rule';
import { addressPhrase, natsServerAddress } from '../private/address-phrases';
import { natsAddresses } from '../private/nats-addresses';
import { placeholderIn } from '../private/placeholders';

export const invalidNatsUrl = rule({
  code: 'URL108',
  title: 'A NATS URL has a part that cannot be right',
  severity: 'error',
  reads: ['urls', 'set'],
  why: 'Clients throw on a port above 65535 or a URL without a host; no Service can have a name with an underscore or in another form than a DNS label; '
    + 'a name below `svc` that lacks the Service or the namespace resolves to nothing. A path is a warning, since some clients ignore it.',
  repair: 'Write the full form: `nats://SERVICE.NAMESPACE.svc.cluster.local:4222`.',
  source: '§3',
  check: facts => natsAddresses(facts.urls).flatMap(({ use, url }) => observe(use, url, facts)),
});

function observe(use: UrlUse, url: NatsUrl, facts: ReadFacts<'set'>): Observation[] {
  if (isFilledIn(use, facts) || endsInUserInfo(use.place)) return [];
  const fault = url.hostClass === NatsUrlClass.SUSPECT ? missingLabel(use, url, facts) : invalidPart(use, url);
  if (!fault) return [];
  return [{
    at: use.place,
    severity: fault.certain ? undefined : 'warning',
    message: `${addressPhrase(use, url)}: ${fault.what}`,
    fix: `write ${natsServerAddress(facts.set, facts.options.zone)}`,
    hidesSource: use.shown.endsWith('://…') || undefined,
  }];
}

interface Fault {
  readonly what: string;
  readonly certain: boolean;
}

function isFilledIn({ text }: UrlUse, { options }: ReadFacts<'set'>): boolean {
  return placeholderIn(text) !== undefined || options.placeholders.some(token => token.test(text)) || /\$[({\w]|[<>{}%]/.test(text);
}

function missingLabel(use: UrlUse, { host, service }: NatsUrl, { set, options }: ReadFacts<'set'>): Fault | undefined {
  if (service === undefined) return { what: 'a label is missing: a full name is the Service, its namespace, svc and the zone', certain: true };
  const presence = serviceTarget(use, host, set, options.zone)?.presence;
  return presence === 'unknown' ? { what: `Service ${service} looks like a pod, and the label of its headless Service seems to be missing`, certain: false } : undefined;
}

function invalidPart({ text }: UrlUse, { urlClass, host, port }: NatsUrl): Fault | undefined {
  if (urlClass !== NatsUrlClass.INVALID) return undefined;
  if (host === undefined) return { what: /:\/\/(:|$)/.test(text.trim()) ? 'the host is missing' : 'the host is no DNS name that a Service can have', certain: true };
  if (port === undefined) return { what: 'the port is no number from 1 to 65535', certain: true };
  return { what: 'a NATS URL has no path, query or fragment, and clients disagree on one', certain: false };
}
