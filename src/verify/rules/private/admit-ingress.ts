import { clientPods } from './client-pods';
import { targetService } from './endpoint-namespace';
import { endpointPods } from './endpoint-pods';
import { ownerDecides } from './owner-decides';
import { addPeer, addRule, AdmittedPort, SelectedPods } from './policy-entries';
import { PolicyView } from './policy-view';
import { protocolOf } from './protocol-of';
import { policyAt } from './rule-at';
import { onePort, titleOfPolicy } from './rule-ports';
import { endpointOf, StoppedNeeds, whoNeeds } from './stopped-needs';
import { Edit } from '../../../edit';
import { Network } from '../../../reachability';
import { Policy, PolicyRule } from '../../../reachability/policy';
import { Correction } from '../../correction';
import { Need } from '../../facts/facts';

/** What admits clients that the ingress policy of an endpoint stops: their pods in it, where it is the only one of the endpoint. */
export function admitIngress(stopped: StoppedNeeds, network: Network): Correction {
  const { needs, link: { place } } = stopped;
  const [need] = needs;
  const clients = needs.flatMap(({ workload }) => clientPods(workload) ?? []);
  const ports = endpointPods(need, network)?.ports ?? [];
  const policy = policyAt(place, network);
  if (policy && policy.object.origin !== 'files') return ownerDecides(policy.object, `admit ${endpointOf(need)} ${whoNeeds(needs)}`);
  const speaking = policiesOf(need, network);
  const isSure = policy && speaking.length === 1 && speaking[0] === policy && ports.length === 1 && clients.length === needs.length;
  if (isSure) return { edits: admitIn(policy, distinct(clients), { protocol: protocolOf(need), port: ports[0] }) };
  const where = speaking.map(titleOfPolicy).sort().join(' or ') || 'a policy of its pods';
  return { decide: `write an ingress rule for ${endpointOf(need)} that admits it ${whoNeeds(needs)}, in ${where}` };
}

/** The policies that say who reaches the pods of an endpoint. */
function policiesOf(need: Need, network: Network): Policy[] {
  const service = targetService(need, network);
  const workloads = service ? network.workloadsOf(service) : [];
  const selecting = workloads.flatMap(workload => PolicyView.of(network).selecting(workload, 'ingress').certain);
  return [...new Set(selecting)].filter(({ ingress }) => ingress.length > 0);
}

function admitIn(policy: Policy, clients: readonly SelectedPods[], port: AdmittedPort): Edit[] {
  const rule = policy.ingress.find(one => one.peers && isFor(one, port));
  return rule ? clients.map(client => addPeer(policy, 'ingress', rule.index, client)) : [addRule(policy, 'ingress', clients, [port])];
}

/** Whether a rule is for one port, this one. */
function isFor({ ports = [] }: PolicyRule, { protocol, port }: AdmittedPort): boolean {
  return ports.length === 1 && ports.every(entry => onePort(entry) === port && entry.type === 'range' && entry.protocol === protocol);
}

function distinct(clients: readonly SelectedPods[]): SelectedPods[] {
  return [...new Map(clients.map(client => [JSON.stringify(client), client])).values()];
}
