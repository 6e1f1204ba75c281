import { distance } from 'fastest-levenshtein';
import { NatsUrlClass } from '../../../address/nats-url-class';
import { UrlUse } from '../../facts/facts';
import { hostReading } from '../../facts/private/service-target';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { addressPhrase } from '../private/address-phrases';
import { natsAddresses } from '../private/nats-addresses';
import { otherAddresses } from '../private/other-addresses';

/** The zone of Services that several clusters share. */
const SHARED_ZONE = 'clusterset.local';

export const lookalikeName = rule({
  code: 'URL114',
  title: 'A host looks like the full name of a Service and is none of this cluster',
  severity: 'error',
  reads: ['urls'],
  why: 'Only names that end in the zone of the cluster are Services of it. A typing error in the zone resolves to nothing; a name that goes on behind the zone belongs to whoever owns that domain, '
    + 'and gets the traffic. Any other zone is a warning: it may be the zone of this cluster, which the config file then names.',
  repair: 'Write the zone of the cluster, `svc.cluster.local` unless the cluster was set up with another one.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/',
  check: ({ urls, options }) => [
    ...natsAddresses(urls).flatMap(({ use, url }) => observe(use, url.host, options.zone)),
    ...otherAddresses(urls).flatMap(use => observe(use, use.host, options.zone)),
  ],
});

function observe(use: UrlUse, host: string | undefined, zone: string): Observation[] {
  const reading = hostReading(host, zone);
  if (reading?.urlClass !== NatsUrlClass.LOOKALIKE || reading.zone === SHARED_ZONE) return [];
  const written = reading.zone ?? '';
  const certain = written.startsWith(`${zone}.`) || (written !== '' && distance(written, zone) <= 2);
  return [{
    at: use.place,
    severity: certain ? undefined : 'warning',
    message: `${addressPhrase(use)}, which ends in ${written === '' ? 'svc and a dot' : written} and not in the zone ${zone}, so that it is no Service of this cluster`,
    fix: `write the name with the zone ${zone}`,
  }];
}
