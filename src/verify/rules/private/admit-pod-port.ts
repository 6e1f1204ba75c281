import { ownerDecides } from './owner-decides';
import { AdmittedPort, addPort } from './policy-entries';
import { PolicyView } from './policy-view';
import { onePort } from './rule-ports';
import { Workload } from '../../../manifest';
import { Network } from '../../../reachability';
import { matchPeer } from '../../../reachability/peer';
import { portsOfPods } from '../../../reachability/pods';
import { PolicyRule } from '../../../reachability/policy';
import { Correction } from '../../correction';

/** The correction of a rule that admits the port of a Service instead of that of its pods: the right port in its place, or beside it where other pods listen on it. */
export function admitPodPort(rule: PolicyRule, servicePort: AdmittedPort, ports: readonly number[], network: Network): Correction {
  const { policy: { object }, direction, index } = rule;
  const [port, ...others] = ports;
  if (port === undefined || others.length > 0) return { decide: `write the ports on which the pods behind the Service listen in the rule of NetworkPolicy ${object.name}` };
  if (object.origin !== 'files') return ownerDecides(object, `admit port ${port} instead of ${servicePort.port}`);
  const entries = rule.ports!;
  const entry = entries.findIndex(one => onePort(one) === servicePort.port && one.type === 'range' && one.protocol === servicePort.protocol);
  if (entry >= 0 && !isServed(rule, servicePort, network)) {
    return { edits: [{ kind: 'replace', at: object.at('spec', direction, index, 'ports', entry, 'port'), value: port }] };
  }
  return { edits: [addPort(object, direction, index, entries.length - 1, { protocol: servicePort.protocol, port })] };
}

/** Whether pods that a rule is about may listen on a port: a container declares it, or a Service leads there. */
function isServed(rule: PolicyRule, port: AdmittedPort, network: Network): boolean {
  const { policy, direction, peers } = rule;
  const { services, workloads } = network.set;
  const leading = services.filter(({ ports }) => ports.some(({ targetPort, protocol }) => targetPort === port.port && protocol === port.protocol));
  const listening = new Set([...workloads.filter(workload => declares(workload, port)), ...leading.flatMap(service => network.workloadsOf(service))]);
  if (direction === 'ingress') return PolicyView.of(network).workloadsOf(policy).some(workload => listening.has(workload));
  const pods = [...[...listening].map(workload => network.podsOf(workload)), ...leading.map(service => network.podsBehind(service))];
  return pods.some(one => peers?.some(peer => matchPeer(peer, { type: 'pods', pods: one }, policy.namespace) !== 'no') ?? true);
}

function declares(workload: Workload, { protocol, port }: AdmittedPort): boolean {
  return portsOfPods(workload).some(one => one.port === port && one.protocol === protocol);
}
