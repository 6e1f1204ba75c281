import { NatsUrl, NatsUrlClass } from '../../address';
import { Check, CheckContext, Outcome, skipped } from '../check';
import { linkOutcome } from '../private/link-outcome';
import { liveNetwork, worstOf } from '../private/live-network';

/** Rule book §7.3; what its own policy of §14 forgets. */
export const policyDns: Check = {
  id: 'policy-dns',
  category: 'network policies',
  title: 'policies let the pods ask the DNS',
  run: checkDns,
};

async function checkDns(context: CheckContext): Promise<Outcome> {
  const { client: { workload, host, destination }, live } = context;
  if (destination.type === 'no-service' && [NatsUrlClass.IP, NatsUrlClass.IP_IN_DISGUISE].includes(NatsUrl.parse(host!).hostClass)) return skipped(`${host} is an address, which needs no DNS`);
  await live.list('networkpolicies', { namespace: workload.namespace });
  const { network, from } = await liveNetwork(context);
  const link = worstOf(from.map(one => network.dns(one)));
  return link ? linkOutcome(link, [workload.namespace]) : skipped('the pods are not known');
}
