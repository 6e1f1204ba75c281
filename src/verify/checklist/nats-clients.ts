import { Undecided, undecidable } from './undecided';
import { Workload } from '../../manifest';
import { Facts, Need } from '../facts/facts';
import { listed } from '../rules/private/listed';

/** What linted workloads need of NATS servers. */
export function natsNeeds({ needs }: Pick<Facts, 'needs'>): Need[] {
  return needs.filter(({ what, url }) => what === 'NATS' || url?.nats !== undefined);
}

/** The linted workloads that connect to NATS, each once. */
export function natsClients(facts: Pick<Facts, 'needs'>): Workload[] {
  return [...new Set(natsNeeds(facts).map(({ workload }) => workload))];
}

/** Not decidable where the address of a server is not known. */
export function unknownServers(facts: Facts): Undecided | undefined {
  const hidden = natsNeeds(facts).filter(({ host }) => host === undefined);
  if (hidden.length === 0) return undefined;
  return undecidable(`the manifests do not say which server this is: ${listed(hidden.map(({ workload, name }) => `${name} of ${titleOf(workload)}`))}`);
}

export function titleOf({ kind, name }: Workload): string {
  return `${kind} ${name}`;
}
