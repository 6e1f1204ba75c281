import { NatsUrl } from '../../../address/nats-url';
import { NatsUrlClass } from '../../../address/nats-url-class';
import { rule } from '../../rule';
import { addressPhrase, natsServerAddress } from '../private/address-phrases';
import { natsAddresses } from '../private/nats-addresses';
import { correctServers, serverInstead } from '../private/server-change';

export const ipInsteadOfName = rule({
  code: 'URL101',
  checklist: 1,
  title: 'A NATS server is named by an IP address',
  severity: 'error',
  reads: ['urls', 'set'],
  why: 'Addresses of pods and nodes change with a restart or a move, and the clients then connect to nothing, or to somebody else. An address is not balanced over '
    + 'replicas, and a NetworkPolicy that selects the NATS pods never matches it. Numbers such as `3232298749`, `127.1` and the names of `pod.cluster.local` are addresses too. '
    + 'In a custom resource it is a warning, because links between clusters may have no name.',
  repair: 'Write the full name of the Service, which is the same in every namespace and survives restarts. A server outside the cluster gets a DNS name.',
  source: '§1',
  check: facts => natsAddresses(facts.urls).flatMap(({ use, url }) => {
    const { hostClass, explanation } = url;
    if (!isIp(url)) return [];
    const inDisguise = hostClass === NatsUrlClass.IP_IN_DISGUISE ? ` in disguise${/\([\d.a-f:]+\)/.exec(explanation)?.[0].replace(/^/, ' ') ?? ''}` : '';
    return [{
      at: use.place,
      severity: use.holder === 'field' ? 'warning' : undefined,
      message: `${addressPhrase(use, url)}, an IP address${inDisguise}: it changes, is not balanced, and no policy that selects the server matches it`,
      fix: `write ${natsServerAddress(facts.set, facts.options.zone)}`,
      correct: () => correctServers(use, url, other => (isIp(other) ? serverInstead(use, other, facts) : undefined)),
    }];
  }),
});

function isIp({ hostClass }: NatsUrl): boolean {
  return hostClass === NatsUrlClass.IP || hostClass === NatsUrlClass.IP_IN_DISGUISE;
}
