import { NatsUrl } from '../../../address/nats-url';
import { NatsUrlClass } from '../../../address/nats-url-class';
import { Container, Workload } from '../../../manifest';
import { UrlUse } from '../../facts/facts';
import { imageRepository } from '../../facts/siblings';
import { Observation } from '../../finding';
import { rule } from '../../rule';
import { addressPhrase, natsServerAddress } from '../private/address-phrases';
import { NatsAddress, natsAddresses } from '../private/nats-addresses';
import { AddressFacts, correctServers, serverInstead, Verdict } from '../private/server-change';

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
  check: facts => natsAddresses(facts.urls).flatMap(address => observe(address, facts)),
});

function observe({ use, url }: NatsAddress, facts: AddressFacts): Observation[] {
  if (!isOwnPod(url)) return [];
  const without = use.workloads.filter(workload => !runsNats(workload));
  if (use.workloads.length > 0 && without.length === 0) return [];
  const whose = without.length > 0 ? `no container of ${without[0].kind} ${without[0].name} is a NATS server` : 'right only in a pod with a NATS server of its own';
  const what = url.hostClass === NatsUrlClass.LOCALHOST ? 'the pod itself' : 'an address to listen on';
  return [{
    at: use.place,
    severity: isCertain(use, without) ? undefined : 'warning',
    message: `${addressPhrase(use, url)}, ${what}: ${whose}`,
    fix: `write ${natsServerAddress(facts.set, facts.options.zone)}`,
    correct: () => correctServers(use, url, other => (isOwnPod(other) ? serverOutside(use, other, without, facts) : undefined)),
  }];
}

function isOwnPod({ hostClass }: NatsUrl): boolean {
  return hostClass === NatsUrlClass.LOCALHOST || hostClass === NatsUrlClass.BIND_ADDRESS;
}

function serverOutside(use: UrlUse, url: NatsUrl, without: readonly Workload[], facts: AddressFacts): Verdict {
  const beside = use.workloads.find(workload => !without.includes(workload));
  if (beside) return { decide: `give ${beside.kind} ${beside.name} an address of its own: it has a NATS server in its pod, and others that use the address have none` };
  if (!facts.options.server && !isCertain(use, without)) {
    return { decide: 'name the NATS server with --server NAMESPACE/NAME, if what uses the address has none in its own pod or on its node' };
  }
  return serverInstead(use, url, facts);
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
