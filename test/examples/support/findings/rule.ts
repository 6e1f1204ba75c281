import { ObjectSet, Workload } from './object-set';

/** What a rule looks at: objects, the ones in which the finding was made, and the object that the finding names. */
export interface Scope {
  readonly set: ObjectSet;
  readonly original: ObjectSet;
  readonly subject: string;
}

/** Says what is still wrong; nothing where the fault is gone. */
export type Rule = (scope: Scope) => string[];

/** The workloads that the subject names; a fault is not gone because its workload is. */
export function subjectWorkloads({ set, subject }: Scope): Workload[] {
  return set.workloads(set.named(subject));
}

/** One line a workload for which something does not hold, or one that says there is none. */
export function forEachWorkload(workloads: readonly Workload[], check: (workload: Workload) => string[]): string[] {
  if (workloads.length === 0) return ['no workload is left to which the finding applies'];
  return workloads.flatMap(workload => check(workload).map(wrong => `${workload.kind}/${workload.name}: ${wrong}`));
}
