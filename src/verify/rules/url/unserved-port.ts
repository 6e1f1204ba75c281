import { Correction } from '../../correction';
import { UrlUse } from '../../facts/facts';
import { isPartOfPair } from '../../facts/private/address-names';
import { serviceTarget } from '../../facts/private/service-target';
import { ReadFacts, rule } from '../../rule';
import { addressEdits } from '../private/address-edits';
import { meantPort } from '../private/meant-port';
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
  check: facts => otherAddresses(facts.urls).flatMap(use => observe(use, use.host, use.port, facts).map(observation => ({
    ...observation,
    correct: () => correctPort(use, facts),
  }))),
});

function correctPort(use: UrlUse, { set, options }: ReadFacts<'set'>): Correction {
  const { service } = serviceTarget(use, use.host, set, options.zone)!;
  const meant = meantPort(service!, use.port!, 'other');
  if (typeof meant !== 'number') return meant;
  if (isPartOfPair(use.name)) return { decide: `write port ${meant} where the port of ${use.name} stands` };
  if (isSecure(use.scheme) && !service!.ports.some(({ targetPort }) => targetPort === use.port)) {
    return { decide: `write port ${meant} without TLS, or let Service ${service!.namespace}/${service!.name} serve TLS on port ${use.port}` };
  }
  return addressEdits(use, [{ port: meant }]);
}

/** Whether a scheme demands TLS, which the only port of a Service may not speak. */
function isSecure(scheme: string): boolean {
  return /^(https|wss|rediss|amqps|mqtts|ldaps|grpcs|tls|ssl)$/.test(scheme);
}
