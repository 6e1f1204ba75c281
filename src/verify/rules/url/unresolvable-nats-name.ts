import { NatsUrlClass } from '../../../address/nats-url-class';
import { rule } from '../../rule';
import { natsAddresses } from '../private/nats-addresses';
import { unresolved } from '../private/unresolved';

export const unresolvableNatsName = rule({
  code: 'URL105',
  title: 'The name of a NATS server resolves to nothing in the pods that use it',
  severity: 'error',
  reads: ['urls', 'set'],
  why: 'A short name is completed by the namespace of the pod. If the server\'s Service is in another namespace, or does not exist, the look-up fails '
    + '(`no such host`, `Name or service not known`) and the client retries for ever or exits. An error where the Service is known to be in another namespace only, or with '
    + '`--closed-world`; a warning where the cluster state lists the Services of the namespace and this one is not among them. Without a state nothing is reported.',
  repair: 'Write the full name of the Service that exists: `nats://SERVICE.NAMESPACE.svc.cluster.local:4222`.',
  source: '§8',
  check: facts => natsAddresses(facts.urls).flatMap(({ use, url }) => {
    if (url.hostClass === NatsUrlClass.LOOKALIKE) return [];
    return unresolved(use, url.host, url.port, facts);
  }),
});
