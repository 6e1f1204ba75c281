import { PolicyView } from './policy-view';
import { admitsPort } from './rule-ports';
import { TargetPort, targetPorts } from './target-ports';
import { Service, Workload } from '../../../manifest';
import { Network } from '../../../reachability';
import { portsOfPods } from '../../../reachability/pods';
import { PolicyRule } from '../../../reachability/policy';
import { matchPort } from '../../../reachability/port-rule';

/** A port of a Service whose pods are isolated, and the rules that admit somebody on it. */
export interface IsolatedPort extends TargetPort {
  readonly workload: Workload;
  readonly rules: readonly PolicyRule[];

  /** A rule that admits the port of the Service where that is another one than the port of the pods, which no rule admits. */
  readonly onServicePort?: PolicyRule;
}

/** The ports of a Service whose pods policies isolate. Empty as soon as one of the workloads behind it is open, or may be selected by policies that are not known. */
export function isolatedPorts(service: Service, network: Network): IsolatedPort[] {
  const view = PolicyView.of(network);
  const workloads = network.workloadsOf(service);
  const isClear = (workload: Workload): boolean => network.isIsolated(workload, 'ingress') && view.selecting(workload, 'ingress').possible.length === 0;
  if (!workloads.every(isClear)) return [];
  return workloads.flatMap((workload) => {
    const rules = view.selecting(workload, 'ingress').certain.flatMap(({ ingress }) => ingress);
    return targetPorts(service, workload).map((port) => {
      const admitting = rules.filter(one => admitsTarget(one, port, workload));
      if (admitting.length > 0 || port.port === port.target) return { ...port, workload, rules: admitting };
      return { ...port, workload, rules: [], onServicePort: rules.find(one => one.ports && admitsPort(one, port.protocol, port.port)) };
    });
  });
}

function admitsTarget({ ports, peers }: PolicyRule, { protocol, target }: TargetPort, workload: Workload): boolean {
  if (peers?.every(({ type }) => type === 'nothing')) return false;
  return !ports || ports.some(entry => matchPort(entry, protocol, target, portsOfPods(workload)) === 'yes');
}
