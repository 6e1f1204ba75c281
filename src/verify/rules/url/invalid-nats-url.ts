import { NatsUrl } from '../../../address/nats-url';
import { NatsUrlClass } from '../../../address/nats-url-class';
import { UrlUse } from '../../facts/facts';
import { endsInUserInfo } from '../../facts/private/read-address';
import { serviceTarget } from '../../facts/private/service-target';
import { Observation } from '../../finding';
import { ReadFacts, rule } from '../../rule';
import { addressPhrase, natsServerAddress } from '../private/address-phrases';
import { canonicalServer, serverOf } from '../private/canonical-server';
import { natsAddresses } from '../private/nats-addresses';
import { placeholderIn } from '../private/placeholders';
import { AddressFacts, correctServers, isDecision, serverInstead, Verdict } from '../private/server-change';
import { hostText } from '../private/server-text';

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

function observe(use: UrlUse, url: NatsUrl, facts: AddressFacts): Observation[] {
  if (isFilledIn(use, facts) || endsInUserInfo(use.place)) return [];
  const fault = url.hostClass === NatsUrlClass.SUSPECT ? missingLabel(use, url, facts) : invalidPart(use, url, facts);
  if (!fault) return [];
  return [{
    at: use.place,
    severity: fault.certain ? undefined : 'warning',
    message: `${addressPhrase(use, url)}: ${fault.what}`,
    fix: `write ${natsServerAddress(facts.set, facts.options.zone)}`,
    hidesSource: use.shown.endsWith('://…') || undefined,
    ...fault.verdict && !use.shown.endsWith('://…') && { correct: () => correctServers(use, url, other => (other === url ? fault.verdict!() : undefined)) },
  }];
}

interface Fault {
  readonly what: string;
  readonly certain: boolean;
  readonly verdict?: () => Verdict;
}

function isFilledIn({ text }: UrlUse, { options }: ReadFacts<'set'>): boolean {
  return placeholderIn(text) !== undefined || options.placeholders.some(token => token.test(text)) || /\$[({\w]|[<>{}%]/.test(text);
}

function missingLabel(use: UrlUse, url: NatsUrl, facts: AddressFacts): Fault | undefined {
  const { host, service } = url;
  const verdict = (): Verdict => serverNamed(use, url, facts);
  if (service === undefined) return { what: 'a label is missing: a full name is the Service, its namespace, svc and the zone', certain: true, verdict };
  const presence = serviceTarget(use, host, facts.set, facts.options.zone)?.presence;
  return presence === 'unknown' ? { what: `Service ${service} looks like a pod, and the label of its headless Service seems to be missing`, certain: false } : undefined;
}

function invalidPart(use: UrlUse, url: NatsUrl, facts: AddressFacts): Fault | undefined {
  if (url.urlClass !== NatsUrlClass.INVALID) return undefined;
  if (url.host === undefined) {
    const what = /:\/\/(:|$)/.test(use.text.trim()) ? 'the host is missing' : 'the host is no DNS name that a Service can have';
    return { what, certain: true, verdict: () => serverNamed(use, url, facts) };
  }
  if (url.port === undefined) return { what: 'the port is no number from 1 to 65535', certain: true, verdict: () => validPort(use, url, facts) };
  return { what: 'a NATS URL has no path, query or fragment, and clients disagree on one', certain: false };
}

/** The server that is told, or the only one if the broken name has a part of its name. */
function serverNamed(use: UrlUse, url: NatsUrl, facts: AddressFacts): Verdict {
  const server = canonicalServer(facts);
  if (isDecision(server)) return server;
  const { namespace, name } = server;
  const parts = (url.host ?? hostText(use.text)).toLowerCase().replace(/_/g, '-').split('.');
  return facts.options.server || parts.includes(name) ? serverInstead(use, url, facts) : { decide: `confirm the NATS server with --server ${namespace}/${name}` };
}

/** The port of the Service, where it is known. */
function validPort(use: UrlUse, { host }: NatsUrl, facts: AddressFacts): Verdict {
  const target = serviceTarget(use, host, facts.set, facts.options.zone);
  const server = target?.service && serverOf(target.service, facts);
  if (!server) return { decide: `write the port of ${host}, for NATS usually 4222` };
  return isDecision(server) ? server : { port: server.port };
}
