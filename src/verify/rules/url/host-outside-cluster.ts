import { NatsUrl } from '../../../address/nats-url';
import { NatsUrlClass } from '../../../address/nats-url-class';
import { UrlUse } from '../../facts/facts';
import { rule } from '../../rule';
import { addressPhrase, natsServerAddress } from '../private/address-phrases';
import { natsAddresses } from '../private/nats-addresses';
import { AddressFacts, correctServers, serverInstead, Verdict } from '../private/server-change';
import { isServerLink } from '../private/server-link';

export const hostOutsideCluster = rule({
  code: 'URL106',
  checklist: 1,
  title: 'A NATS server is named by a host outside the cluster',
  severity: 'advice',
  reads: ['urls', 'set'],
  why: 'No selector of a NetworkPolicy matches a host outside the cluster, and the traffic leaves it. `host.docker.internal` exists on a developer\'s machine only.',
  repair: 'Write the full name of the Service if the server runs in the cluster. For a server that is outside on purpose, suppress the finding with the reason.',
  source: '§10',
  check: facts => natsAddresses(facts.urls).flatMap(({ use, url }) => (isOutside(url) && !isServerLink(use)
    ? [{
      at: use.place,
      message: `${addressPhrase(use, url)}, a host outside the cluster, which no policy that selects pods can match`,
      fix: `write ${natsServerAddress(facts.set, facts.options.zone)} if the server runs in the cluster`,
      correct: () => correctServers(use, url, other => (isOutside(other) ? serverInside(use, other, facts) : undefined)),
    }]
    : [])),
});

function isOutside({ hostClass }: NatsUrl): boolean {
  return hostClass === NatsUrlClass.EXTERNAL;
}

/** A server with a name of its own may be outside on purpose, also where another is told. */
function serverInside(use: UrlUse, url: NatsUrl, facts: AddressFacts): Verdict {
  const isOfDeveloper = /^[^.]+\.docker\.internal$/.test(url.host ?? '');
  if (isOfDeveloper && facts.options.server) return serverInstead(use, url, facts);
  return {
    decide: isOfDeveloper ? 'name the NATS server with --server NAMESPACE/NAME'
      : `write ${natsServerAddress(facts.set, facts.options.zone)} if the server runs in the cluster, else suppress URL106 with the reason`,
  };
}
