import { Migration } from './migration';
import { PlanStep } from './plan-step';
import { customRollouts, rollouts } from '../compare';
import { applySteps } from './private/apply-steps';
import { Kustomizations } from './private/kustomizations';
import { restartSteps } from './private/restart-steps';
import { verifySteps } from './private/verify-steps';
import { whySteps } from './private/why-steps';

/** Steps that belong together. */
export interface PlanPart {
  /** What they do, as an imperative. */
  readonly title: string;
  readonly steps: readonly PlanStep[];
}

/** What to do on the cluster after the files are written, in this order (rule book §9). Parts without steps are left out. */
export type Plan = readonly PlanPart[];

/**
 * The plan for a migration: what to apply, what to restart, how to verify.
 * @param inputs  the words that tell petrosa-nats the files and the state
 */
export function planOf(migration: Migration, inputs: readonly string[] = []): Plan {
  const { before: { facts: { set: before } }, after: { facts } } = migration;
  if (migration.files.length === 0) return [];
  const concerned = rollouts(before, facts.set);
  const kustomizations = new Kustomizations(facts.objects);
  return [
    { title: 'apply the files, ConfigMaps first', steps: applySteps(migration, concerned, kustomizations) },
    { title: 'restart what read the old values when it started', steps: restartSteps(migration, [...concerned, ...customRollouts(before, facts.set)], kustomizations) },
    { title: 'verify', steps: [...whySteps(migration, inputs), ...verifySteps(concerned, facts, kustomizations)] },
  ].filter(({ steps }) => steps.length > 0);
}
