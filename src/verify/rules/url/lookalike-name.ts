import { distance } from 'fastest-levenshtein';
import { NatsUrl } from '../../../address/nats-url';
import { NatsUrlClass } from '../../../address/nats-url-class';
import { Correction, Decision } from '../../correction';
import { UrlUse } from '../../facts/facts';
import { hostReading } from '../../facts/private/service-target';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { addressEdits } from '../private/address-edits';
import { addressPhrase } from '../private/address-phrases';
import { natsAddresses } from '../private/nats-addresses';
import { otherAddresses } from '../private/other-addresses';
import { AddressFacts, correctServers, isDecision, serverInstead, Verdict } from '../private/server-change';

/** The zone of Services that several clusters share. */
const SHARED_ZONE = 'clusterset.local';

export const lookalikeName = rule({
  code: 'URL114',
  title: 'A host looks like the full name of a Service and is none of this cluster',
  severity: 'error',
  reads: ['urls', 'set'],
  why: 'Only names that end in the zone of the cluster are Services of it. A typing error in the zone resolves to nothing; a name that goes on behind the zone belongs to whoever owns that domain, '
    + 'and gets the traffic. Any other zone is a warning: it may be the zone of this cluster, which the config file then names.',
  repair: 'Write the zone of the cluster, `svc.cluster.local` unless the cluster was set up with another one.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/',
  check: ({ urls, set, options }) => observeAll({ urls, set, options }),
});

function observeAll(facts: AddressFacts): Observation[] {
  return [
    ...natsAddresses(facts.urls).flatMap(({ use, url }) =>
      observe(use, url.host, facts, () => correctServers(use, url, other => serverInZone(use, other, facts)))),
    ...otherAddresses(facts.urls).flatMap(use => observe(use, use.host, facts, () => {
      const verdict = inZone(use.host!, facts);
      return isDecision(verdict) ? verdict : addressEdits(use, [verdict]);
    })),
  ];
}

function observe(use: UrlUse, host: string | undefined, { options: { zone } }: AddressFacts, correct: () => Correction): Observation[] {
  const written = foreignZone(host, zone);
  if (written === undefined) return [];
  const certain = isMistyped(written, zone);
  return [{
    at: use.place,
    severity: certain ? undefined : 'warning',
    message: `${addressPhrase(use)}, which ends in ${written === '' ? 'svc and a dot' : written} and not in the zone ${zone}, so that it is no Service of this cluster`,
    fix: `write the name with the zone ${zone}`,
    correct,
  }];
}

/** What stands in the place of the zone of this cluster; undefined where nothing does. */
function foreignZone(host: string | undefined, zone: string): string | undefined {
  const reading = hostReading(host, zone);
  return reading?.urlClass === NatsUrlClass.LOOKALIKE && reading.zone !== SHARED_ZONE ? reading.zone ?? '' : undefined;
}

function isMistyped(written: string, zone: string): boolean {
  return written.startsWith(`${zone}.`) || (written !== '' && distance(written, zone) <= 2);
}

/** The server of the name in this zone; where no Service is called so, the one that is meant. */
function serverInZone(use: UrlUse, url: NatsUrl, facts: AddressFacts): Verdict {
  if (foreignZone(url.host, facts.options.zone) === undefined) return undefined;
  const verdict = inZone(url.host!, facts);
  return isDecision(verdict) && (facts.options.server || isAbsent(url.host!, facts)) ? serverInstead(use, url, facts) : verdict;
}

function inZone(host: string, facts: AddressFacts): { readonly host: string } | Decision {
  const { zone } = facts.options;
  const written = foreignZone(host, zone)!;
  const right = `${nameIn(host).join('.')}.svc.${zone}`;
  if (written !== '' && !isMistyped(written, zone)) return { decide: `give the zone of the cluster with --zone ${written}, or write ${right}` };
  return isAbsent(host, facts) ? { decide: 'name a Service that exists' } : { host: right };
}

/** What stands before `svc`. */
function nameIn(host: string): string[] {
  const labels = host.split('.');
  return labels.slice(0, labels.indexOf('svc', 2));
}

function isAbsent(host: string, { set }: AddressFacts): boolean {
  const [name, namespace] = nameIn(host).slice(-2);
  return set.presence('Service', namespace, name) === 'absent';
}
