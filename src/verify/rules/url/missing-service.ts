import { rule } from '../../rule';
import { otherAddresses } from '../private/other-addresses';
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
  check: facts => otherAddresses(facts.urls).flatMap(use => unresolved(use, use.host, use.port, facts)),
});
