import { Difference } from './difference';
import { findIn } from './find-in';
import { workloadsSelectedBy } from './selected-workloads';
import { policyLines } from '../../compare/private/policy-lines';
import { groupBy, ManifestObject, textOf } from '../../manifest';
import { Facts } from '../../verify';

/** What changes for pods by the policies of an app. */
export interface PolicyChange {
  /** As the app renders it. */
  readonly policy: ManifestObject;

  /** The workloads that no policy limited before, where the policy is new. */
  readonly isolated: readonly ManifestObject[];

  /** What it allows, a peer and a port each, that it did not say so before. */
  readonly opens: readonly string[];

  /** What it no longer allows in these words. */
  readonly closes: readonly string[];
}

/** The policies that are new or have other rules. */
export function policyChanges(differences: readonly Difference[], input: Facts, output: Facts): PolicyChange[] {
  const rules = differences.filter(({ after, field }) => after?.kind === 'NetworkPolicy' && (!field || /^spec\.(?:e|in)gress\b/.test(field.path)));
  return [...groupBy(rules, ({ after }) => after!)].map(([policy, changes]) => changes.some(({ field }) => !field)
    ? { policy, isolated: newlyIsolated(policy, input, output), opens: policyLines(policy.value, 'egress'), closes: [] }
    : { policy, isolated: [], opens: lines(changes, 'after'), closes: lines(changes, 'before') });
}

/** The workloads that a policy of the output isolates, and that nothing isolated in the input. */
export function newlyIsolated(policy: ManifestObject, input: Facts, output: Facts): ManifestObject[] {
  return workloadsSelectedBy(policy, output.network, output.set).flatMap(({ object }) => {
    const before = findIn(input.set, object);
    const workload = before && input.set.workload(before);
    return workload && !input.network.isIsolated(workload, 'egress') ? [before] : [];
  });
}

function lines(changes: readonly Difference[], side: 'before' | 'after'): string[] {
  return changes.flatMap(({ field }) => textOf(field?.[side]) ?? []);
}
