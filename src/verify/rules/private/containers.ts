import { Container, Workload } from '../../../manifest';

/** The containers of workloads, in their order. */
export function containersOf(workloads: readonly Workload[]): Container[] {
  return workloads.flatMap(({ containers }) => containers);
}
