import { natsClients } from './nats-clients';
import { Undecided, undecidable } from './undecided';
import { Workload } from '../../manifest';
import { Facts } from '../facts/facts';
import { listed } from '../rules/private/listed';

const CHECKS_NATS = /nats[\s\S]*\b(check|test|probe|ping|rtt)|\b(check|test|probe|ping)[\s\S]*nats/i;

/** Item 4: a Job in the namespace of each client checks its connection. */
export function connectionCheck(facts: Facts): Undecided | undefined {
  const checked = new Set(facts.set.workloads.filter(isConnectionCheck).map(({ namespace }) => namespace));
  const others = new Set(natsClients(facts).map(({ namespace }) => namespace).filter(namespace => !checked.has(namespace)));
  if (others.size === 0) return undefined;
  const where = [...others].filter(namespace => namespace !== '');
  return undecidable(`no Job checks the connection to NATS${where.length > 0 ? ` in ${listed(where)}` : ''}`);
}

function isConnectionCheck({ finite, name, containers }: Workload): boolean {
  return finite && [name, ...containers.map(container => [container.name, ...container.words.map(({ text }) => text)].join(' '))].some(text => CHECKS_NATS.test(text));
}
