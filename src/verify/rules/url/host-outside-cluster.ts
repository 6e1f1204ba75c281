import { NatsUrlClass } from '../../../address/nats-url-class';
import { rule } from '../../rule';
import { addressPhrase, natsServerAddress } from '../private/address-phrases';
import { natsAddresses } from '../private/nats-addresses';
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
  check: ({ urls, set, options }) => natsAddresses(urls).flatMap(({ use, url }) => (url.hostClass === NatsUrlClass.EXTERNAL && !isServerLink(use)
    ? [{
      at: use.place,
      message: `${addressPhrase(use, url)}, a host outside the cluster, which no policy that selects pods can match`,
      fix: `write ${natsServerAddress(set, options.zone)} if the server runs in the cluster`,
    }]
    : [])),
});
