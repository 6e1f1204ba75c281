import { linkOutcome } from './link-outcome';
import { liveNetwork, worstOf } from './live-network';
import { Direction } from '../../reachability';
import { CheckContext, Outcome, skipped } from '../check';

/**
 * What policies of one direction say about the connection.
 * @throws Unavailable
 */
export async function policyOutcome(context: CheckContext, direction: Direction): Promise<Outcome> {
  const { client: { workload, host, port, destination }, live } = context;
  if (host === undefined) return skipped('the URL is not known, so that no server is');
  if (direction === 'ingress' && destination.type !== 'service') return skipped(`${host} is no Service, so that no policy of the cluster stands at its side`);
  const namespace = direction === 'egress' || destination.type !== 'service' ? workload.namespace : destination.service.namespace;
  await live.list('networkpolicies', { namespace });
  const { network, from } = await liveNetwork(context);
  const link = worstOf(from.flatMap(one => network.answer(one, { host, port }).links.filter(({ kind }) => kind === direction)));
  return link ? linkOutcome(link, [namespace]) : skipped('the way does not lead so far');
}
