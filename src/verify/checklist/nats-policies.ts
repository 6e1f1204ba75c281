import { natsClients, titleOf } from './nats-clients';
import { Undecided, undecidable } from './undecided';
import { Facts } from '../facts/facts';
import { listed } from '../rules/private/listed';

/** Item 6: policies limit what the clients reach, and who reaches the servers. */
export function natsPolicies(facts: Facts): Undecided | undefined {
  const { network, set } = facts;
  const open = natsClients(facts).filter(workload => !network.isIsolated(workload, 'egress'));
  if (open.length > 0) return { status: 'failed', reason: `no policy limits the egress of ${listed(open.map(titleOf))}` };
  const servers = set.workloads.filter(({ containers }) => containers.some(({ ports }) => ports.some(({ port }) => port === 4222)));
  const openServers = servers.filter(workload => !network.isIsolated(workload, 'ingress'));
  if (openServers.length > 0) return { status: 'failed', reason: `no policy limits the ingress of ${listed(openServers.map(titleOf))}` };
  return servers.length > 0 ? undefined : undecidable('the manifests hold no NATS server, so nothing is known of its ingress');
}
