import { RolloutKind, rollouts } from '../compare';
import { ManifestSet } from '../manifest';

/** What happens to the pods of a workload. */
export interface PodChange {
  /** `namespace/name[Kind]`. */
  readonly workload: string;
  readonly kind: RolloutKind;

  /** Whether it stands in the state of the cluster alone, so that it belongs to somebody else. */
  readonly elsewhere: boolean;
  readonly reasons: readonly string[];
}

/** What a change does to the pods of workloads that both sides have. */
export function podChanges(before: ManifestSet, after: ManifestSet): PodChange[] {
  return rollouts(before, after).map(({ workload, kind, reasons }) =>
    ({ workload: workload.title, kind, elsewhere: workload.object.origin === 'state', reasons }));
}
