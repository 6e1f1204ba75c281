import { natsClients, titleOf } from './nats-clients';
import { Undecided, undecidable } from './undecided';
import { Facts } from '../facts/facts';
import { listed } from '../rules/private/listed';

/** What the constructs write on a workload that connects to NATS. */
const ANNOTATION = 'petrosa.io/nats-server';

/** Item 7: each client says which server it uses. */
export function documented(facts: Facts): Undecided | undefined {
  const others = natsClients(facts).filter(({ object }) => !object.annotations[ANNOTATION]);
  return others.length === 0 ? undefined : undecidable(`no annotation ${ANNOTATION} on ${listed(others.map(titleOf))}`);
}
