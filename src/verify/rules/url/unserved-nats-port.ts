import { NatsUrl } from '../../../address/nats-url';
import { UrlUse } from '../../facts/facts';
import { isPartOfPair } from '../../facts/private/address-names';
import { serviceTarget } from '../../facts/private/service-target';
import { ReadFacts, rule } from '../../rule';
import { meantPort } from '../private/meant-port';
import { natsAddresses } from '../private/nats-addresses';
import { correctServers, Verdict } from '../private/server-change';
import { unservedPort } from '../private/unserved-port';

export const unservedNatsPort = rule({
  code: 'URL110',
  title: 'The Service of a NATS server does not serve the port of the URL to clients',
  severity: 'error',
  reads: ['urls', 'set'],
  why: 'Clients connect to the Service\'s `port`; only NetworkPolicies speak of the pod\'s port. On a port that the Service does not have, the connection is refused or times out. '
    + 'A port of the server that takes no clients (monitoring, routes, metrics) answers, but not with NATS: that is a warning.',
  repair: 'Write the port of the Service, for NATS usually 4222.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service',
  check: facts => natsAddresses(facts.urls).flatMap(({ use, url }) => unservedPort(use, url.host, url.port, facts).map(observation => ({
    ...observation,
    correct: () => correctServers(use, url, other => servedPort(use, other, facts)),
  }))),
});

function servedPort(use: UrlUse, { host, port }: NatsUrl, facts: ReadFacts<'set'>): Verdict {
  if (unservedPort(use, host, port, facts).length === 0) return undefined;
  const { set, options } = facts;
  const { service } = serviceTarget(use, host, set, options.zone)!;
  const meant = meantPort(service!, port!, 'nats');
  if (typeof meant !== 'number') return meant;
  return isPartOfPair(use.name) ? { decide: `write port ${meant} where the port of ${use.name} stands` } : { port: meant };
}
