import { rule } from '../../rule';
import { otherAddresses } from '../private/other-addresses';
import { unservedPort as observe } from '../private/unserved-port';

export const unservedPort = rule({
  code: 'URL112',
  title: 'A URL names a port that its Service does not serve',
  severity: 'error',
  reads: ['urls', 'set'],
  why: 'Clients connect to the Service\'s `port`, not to the port of the pods behind it. On a port that the Service does not have, the connection is refused or times out.',
  repair: 'Write the port of the Service; for HTTP on port 80 none is needed.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service',
  check: facts => otherAddresses(facts.urls).flatMap(use => observe(use, use.host, use.port, facts)),
});
