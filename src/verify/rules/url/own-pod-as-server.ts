import { NatsUrlClass } from '../../../address/nats-url-class';
import { Container, Workload } from '../../../manifest';
import { UrlUse } from '../../facts/facts';
import { imageRepository } from '../../facts/siblings';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { addressPhrase, natsServerAddress } from '../private/address-phrases';
import { NatsAddress, natsAddresses } from '../private/nats-addresses';

export const ownPodAsServer = rule({
  code: 'URL102',
  checklist: 1,
  title: 'The address of a NATS server is the pod itself, or one to listen on',
  severity: 'error',
  reads: ['urls', 'set'],
  why: 'In a pod, `localhost` is the pod. Unless a NATS server runs in it as a second container, nothing listens there and each connect is refused. '
    + '`0.0.0.0` is what a server listens on; a client reaches no other pod by it. Both come from a configuration for a developer\'s machine. '
    + 'Where the pods that use the address are not known, it is a warning.',
  repair: 'Write the full name of the Service.',
  source: '§1',
  check: ({ urls, set, options }) => natsAddresses(urls).flatMap(address => observe(address, natsServerAddress(set, options.zone))),
});

function observe({ use, url }: NatsAddress, server: string): Observation[] {
  const { hostClass } = url;
  if (hostClass !== NatsUrlClass.LOCALHOST && hostClass !== NatsUrlClass.BIND_ADDRESS) return [];
  const without = use.workloads.filter(workload => !runsNats(workload));
  if (use.workloads.length > 0 && without.length === 0) return [];
  const whose = without.length > 0 ? `no container of ${without[0].kind} ${without[0].name} is a NATS server` : 'right only in a pod with a NATS server of its own';
  const what = hostClass === NatsUrlClass.LOCALHOST ? 'the pod itself' : 'an address to listen on';
  return [{ at: use.place, severity: isCertain(use, without) ? undefined : 'warning', message: `${addressPhrase(use, url)}, ${what}: ${whose}`, fix: `write ${server}` }];
}

/** A pod in the network of its node reaches what listens on the node. */
function isCertain(use: UrlUse, without: readonly Workload[]): boolean {
  return use.holder !== 'field' && without.some(({ hostNetwork }) => !hostNetwork);
}

function runsNats({ containers }: Workload): boolean {
  return containers.some(container => /nats/i.test(imageRepository(container.image)?.split('/').at(-1) ?? '') || listensForClients(container));
}

function listensForClients({ ports, name }: Container): boolean {
  return ports.some(({ port }) => port === 4222) || /^nats/i.test(name);
}
