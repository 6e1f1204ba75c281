import { NatsUrl } from '../../../address/nats-url';
import { NatsUrlClass } from '../../../address/nats-url-class';
import { UrlUse } from '../../facts/facts';
import { serviceTarget } from '../../facts/private/service-target';
import { rule } from '../../rule';
import { serverOf } from '../private/canonical-server';
import { natsAddresses } from '../private/nats-addresses';
import { AddressFacts, changeToServer, correctServers, isDecision, serverInstead, Verdict } from '../private/server-change';
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
    return unresolved(use, url.host, url.port, facts).map(observation => ({
      ...observation,
      correct: () => correctServers(use, url, other => existing(use, other, facts)),
    }));
  }),
});

/** The Service of this name elsewhere; where there is none, or several of which options name one, the server that is meant. */
function existing(use: UrlUse, url: NatsUrl, facts: AddressFacts): Verdict {
  const { set, options: { zone, server: told } } = facts;
  const target = serviceTarget(use, url.host, set, zone);
  if (target?.presence !== 'absent') return undefined;
  const alike = target.elsewhere.filter(({ ports }) => ports.some(({ port }) => port === url.port));
  const isTold = alike.some(({ namespace, name }) => namespace === told?.namespace && name === told.name);
  if (alike.length === 0 || isTold) return serverInstead(use, url, facts);
  const names = [...alike, ...told ? [told] : []].map(({ namespace, name }) => `${namespace}/${name}`).sort();
  if (told) return { decide: `write the full name of the Service that is meant: ${names.join(' or ')}` };
  if (alike.length > 1) return { decide: `choose the NATS server with --server NAMESPACE/NAME: ${names.join(' or ')}` };
  const server = serverOf(alike[0], facts);
  return isDecision(server) ? server : changeToServer(use, url, server, facts);
}
