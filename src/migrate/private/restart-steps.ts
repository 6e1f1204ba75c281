import { isRemade } from './apply-steps';
import { changedObjects } from './changed-objects';
import { targetWords } from './kubectl-words';
import { Kustomizations } from './kustomizations';
import { isNamedByCluster, titleOf } from './title-of';
import { Rollout } from '../../compare';
import { fullNameOf, isCustom } from '../../manifest';
import { Migration } from '../migration';
import { PlanStep } from '../plan-step';

/** What becomes of each workload that changes concern: a restart where nothing else replaces its pods, else a note that says why none is needed. */
export function restartSteps(migration: Migration, concerned: readonly Rollout[], kustomizations: Kustomizations): PlanStep[] {
  const steps = concerned.map(rollout => restartStep(rollout, kustomizations));
  return [...steps.filter(({ command }) => command), ...steps.filter(({ command }) => !command), ...unknownReaders(migration)];
}

/** Without the state of the cluster, the workloads of other repositories are not known. */
function unknownReaders(migration: Migration): PlanStep[] {
  const configs = migration.after.facts.set.hasState ? [] : changedObjects(migration).filter(({ kind }) => kind === 'ConfigMap');
  const names = configs.map(fullNameOf).join(', ');
  return names === '' ? [] : [{ note: `who else reads ConfigMap ${names} is not known: --cluster-state tells what the cluster holds` }];
}

function restartStep(rollout: Rollout, kustomizations: Kustomizations): PlanStep {
  const { kind, workload: { title } } = rollout;
  const why = rollout.reasons.join(', ');
  switch (kind) {
    case 'restart': return startAgain(rollout, kustomizations);
    case 'rolls': return { note: `${title} rolls by itself: ${why}` };
    case 'held': return { note: `${title} keeps its pods: ${why}` };
    case 'next-run': return { note: `${title} takes it at its next run: ${why}` };
    case 'reloads': return { note: `${title} gets it without a restart, if its program reads the mounted file again: ${why}` };
    case 'recreate': return { note: recreation(rollout) };
  }
}

function startAgain({ workload: { object, title }, reasons }: Rollout, kustomizations: Kustomizations): PlanStep {
  const why = reasons.join(', ');
  if (isCustom(object.group)) return { note: `${title} is restarted by the tool of its kind: ${why}` };
  const targets = kustomizations.targetsOf(object);
  if (targets.length === 1) return { command: ['kubectl', 'rollout', 'restart', ...targetWords(targets[0])], note: why };
  return { note: `${title} needs a restart by the name that the applied one of ${kustomizations.foldersOf(object.document.file).join(', ')} gives it: ${why}` };
}

function recreation({ workload, reasons }: Rollout): string {
  const why = reasons.join(', ');
  const { object, title } = workload;
  if (isRemade(workload)) return `${title} is made anew above: ${why}`;
  if (object.origin === 'files' && isNamedByCluster(object)) return `a new ${titleOf(object)} is created above: ${why}`;
  return `${title} must be made anew from its own manifest, if it is to run with it: ${why}`;
}
