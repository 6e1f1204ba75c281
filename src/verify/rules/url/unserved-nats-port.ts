import { rule } from '../../rule';
import { natsAddresses } from '../private/nats-addresses';
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
  check: facts => natsAddresses(facts.urls).flatMap(({ use, url }) => unservedPort(use, url.host, url.port, facts)),
});
