import { isRemade } from './apply-steps';
import { changedObjects } from './changed-objects';
import { targetWords } from './kubectl-words';
import { Rollout } from '../../compare';
import { fullNameOf } from '../../manifest';
import { Migration } from '../migration';
import { PlanStep } from '../plan-step';

/** What becomes of each workload that changes concern: a restart where nothing else replaces its pods, else a note that says why none is needed. */
export function restartSteps(migration: Migration, concerned: readonly Rollout[]): PlanStep[] {
  const steps = concerned.map(restartStep);
  return [...steps.filter(({ command }) => command), ...steps.filter(({ command }) => !command), ...unknownReaders(migration)];
}

/** Without the state of the cluster, the workloads of other repositories are not known. */
function unknownReaders(migration: Migration): PlanStep[] {
  const configs = migration.after.facts.set.hasState ? [] : changedObjects(migration).filter(({ kind }) => kind === 'ConfigMap');
  const names = configs.map(fullNameOf).join(', ');
  return names === '' ? [] : [{ note: `who else reads ConfigMap ${names} is not known: --cluster-state tells what the cluster holds` }];
}

function restartStep({ kind, workload, reasons }: Rollout): PlanStep {
  const { object, title } = workload;
  const why = reasons.join(', ');
  switch (kind) {
    case 'restart': return { command: ['kubectl', 'rollout', 'restart', ...targetWords(object)], note: why };
    case 'rolls': return { note: `${title} rolls by itself: ${why}` };
    case 'held': return { note: `${title} keeps its pods: ${why}` };
    case 'next-run': return { note: `${title} takes it at its next run: ${why}` };
    case 'reloads': return { note: `${title} gets it without a restart, if its program reads the mounted file again: ${why}` };
    case 'recreate': return isRemade(workload)
      ? { note: `${title} is made anew above: ${why}` }
      : { note: `${title} must be made anew from its own manifest, if it is to run with it: ${why}` };
  }
}
