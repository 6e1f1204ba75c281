import { Service } from '../../../manifest';
import { Correction } from '../../correction';
import { UrlUse } from '../../facts/facts';
import { serviceTarget } from '../../facts/private/service-target';
import { ReadFacts, rule } from '../../rule';
import { otherAddresses } from '../private/other-addresses';
import { toService } from '../private/service-address';
import { unresolved } from '../private/unresolved';

export const missingService = rule({
  code: 'URL111',
  title: 'A URL names a Service that does not exist where it is looked for',
  severity: 'error',
  reads: ['urls', 'set'],
  why: 'The look-up of the name fails, and with it each request. An error where the Service is known to be in another namespace only, or with `--closed-world`; '
    + 'a warning where the cluster state lists the Services of the namespace and this one is not among them. Without a state nothing is reported.',
  repair: 'Name a Service that exists, by its full name if it is in another namespace.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/',
  check: facts => otherAddresses(facts.urls).flatMap(use => unresolved(use, use.host, use.port, facts).map((observation) => {
    const { elsewhere } = serviceTarget(use, use.host, facts.set, facts.options.zone)!;
    return elsewhere.length > 0 ? { ...observation, correct: () => correctNamespace(use, elsewhere, facts) } : observation;
  })),
});

function correctNamespace(use: UrlUse, [service, ...others]: readonly Service[], { options }: ReadFacts<'set'>): Correction {
  if (others.length > 0) {
    const names = [service, ...others].map(({ namespace, name }) => `${namespace}/${name}`).sort();
    return { decide: `write the full name of the Service that is meant: ${names.join(' or ')}` };
  }
  return toService(use, service, options.zone);
}
