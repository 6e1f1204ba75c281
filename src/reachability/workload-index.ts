import { append, Workload } from '../manifest';
import { CONTROLLER_KEYS, labelsOfPods } from './pods';
import { Requirement, Selector } from './selector';

/** Workloads, found by a selector without a look at each. */
export class WorkloadIndex {
  private readonly byNamespace = new Map<string, Workload[]>();
  private readonly byLabel = new Map<string, Workload[]>();

  constructor(workloads: readonly Workload[]) {
    for (const workload of workloads) {
      append(this.byNamespace, workload.namespace, workload);
      for (const [key, value] of Object.entries(workload.podLabels)) append(this.byLabel, keyOf(workload.namespace, key, value), workload);
    }
  }

  /** The workloads of a namespace that a selector matches, or may match through a label that a controller writes. */
  selectedBy(namespace: string, selector: Selector): Workload[] {
    return this.candidates(namespace, selector).filter(workload => selector.match(labelsOfPods(workload)) !== 'no');
  }

  private candidates(namespace: string, { requirements }: Selector): readonly Workload[] {
    const lists = requirements.filter(isWrittenLabel).map(({ key, values }) => this.byLabel.get(keyOf(namespace, key, values[0])) ?? []);
    const [shortest] = lists.sort((a, b) => a.length - b.length);
    return shortest ?? this.byNamespace.get(namespace) ?? [];
  }
}

/** Whether a requirement is one label that no controller writes: pods whose template lacks it do not have it. */
function isWrittenLabel({ key, operator, values }: Requirement): boolean {
  return operator === 'In' && values.length === 1 && !CONTROLLER_KEYS.has(key);
}

function keyOf(namespace: string, key: string, value: string): string {
  return `${namespace}\n${key}\n${value}`;
}
