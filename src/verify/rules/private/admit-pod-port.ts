import { EndpointPods } from './endpoint-pods';
import { NAMESPACE_NAME_LABEL } from './named-namespace';
import { ownerDecides } from './owner-decides';
import { AdmittedPort, addPort, SelectedPods } from './policy-entries';
import { PolicyView } from './policy-view';
import { onePort } from './rule-ports';
import { Workload } from '../../../manifest';
import { Network } from '../../../reachability';
import { matchPeer } from '../../../reachability/peer';
import { portsOfPods } from '../../../reachability/pods';
import { PolicyRule } from '../../../reachability/policy';
import { Selector } from '../../../reachability/selector';
import { Correction } from '../../correction';

/**
 * The correction of a rule that admits the port of a Service instead of that of its pods: the right port in its place, or beside it
 * where the rule may be for other pods too.
 */
export function admitPodPort(rule: PolicyRule, servicePort: AdmittedPort, endpoint: EndpointPods | undefined, network: Network): Correction {
  const { policy: { object }, direction, index } = rule;
  const [port, ...others] = endpoint?.ports ?? [];
  if (!endpoint || others.length > 0) return { decide: `write the ports on which the pods behind the Service listen in the rule of NetworkPolicy ${object.name}` };
  if (object.origin !== 'files') return ownerDecides(object, `admit port ${port} instead of ${servicePort.port}`);
  const entries = rule.ports!;
  const entry = entries.findIndex(one => onePort(one) === servicePort.port && one.type === 'range' && one.protocol === servicePort.protocol);
  if (entry >= 0 && isForPods(rule, endpoint.pods) && !isServed(rule, servicePort, network)) {
    return { edits: [{ kind: 'replace', at: object.at('spec', direction, index, 'ports', entry, 'port'), value: port }] };
  }
  return { edits: [addPort(object, direction, index, entries.length - 1, { protocol: servicePort.protocol, port })] };
}

/** Whether all pods that a rule is about are these. */
function isForPods({ policy, direction, peers }: PolicyRule, pods: SelectedPods): boolean {
  const isNamespace = (namespaces: Selector | undefined): boolean =>
    namespaces ? demands(namespaces, NAMESPACE_NAME_LABEL, pods.namespace) : policy.namespace === pods.namespace;
  const labels = Object.entries(pods.labels);
  const areThese = (selector: Selector, namespaces?: Selector): boolean =>
    labels.length > 0 && labels.every(([key, value]) => demands(selector, key, value)) && isNamespace(namespaces);
  if (direction === 'ingress') return areThese(policy.pods);
  return peers !== undefined && peers.every(peer => peer.type === 'pods' && areThese(peer.pods, peer.namespaces));
}

function demands({ requirements }: Selector, label: string, only: string): boolean {
  return requirements.some(({ key, operator, values }) => key === label && operator === 'In' && values.every(value => value === only));
}

/** Whether pods of those that a rule is about may listen on a port: a container declares it, or a Service leads there. */
function isServed(rule: PolicyRule, port: AdmittedPort, network: Network): boolean {
  const { policy, direction, peers } = rule;
  const { services, workloads } = network.set;
  const leading = services.filter(({ ports }) => ports.some(({ targetPort, protocol }) => targetPort === port.port && protocol === port.protocol));
  const listening = new Set([...workloads.filter(workload => declares(workload, port)), ...leading.flatMap(service => network.workloadsOf(service))]);
  if (direction === 'ingress') return PolicyView.of(network).workloadsOf(policy).some(workload => listening.has(workload));
  const pods = [...[...listening].map(workload => network.podsOf(workload)), ...leading.map(service => network.podsBehind(service))];
  return pods.some(one => peers!.some(peer => matchPeer(peer, { type: 'pods', pods: one }, policy.namespace) !== 'no'));
}

function declares(workload: Workload, { protocol, port }: AdmittedPort): boolean {
  return portsOfPods(workload).some(one => one.port === port && one.protocol === protocol);
}
