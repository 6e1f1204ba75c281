import { Service, Workload } from '../../../manifest';
import { portsOfPods } from '../../../reachability/pods';
import { Protocol } from '../../../reachability/port-rule';

/** A port of a Service, and the port of the pods that it leads to. */
export interface TargetPort {
  readonly port: number;
  readonly target: number;
  readonly protocol: Protocol;
  readonly index: number;
}

/** The ports of a Service that lead to a port of these pods; names that no container declares are left out. */
export function targetPorts({ ports }: Service, workload: Workload): TargetPort[] {
  const served = portsOfPods(workload);
  return ports.flatMap(({ port, targetPort, protocol, index }) => {
    if (protocol !== 'TCP' && protocol !== 'UDP' && protocol !== 'SCTP') return [];
    const target = typeof targetPort === 'number' ? targetPort : served.find(one => one.name === targetPort && one.protocol === protocol)?.port;
    return target === undefined ? [] : [{ port, target, protocol, index }];
  });
}
