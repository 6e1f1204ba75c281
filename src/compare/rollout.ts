import { changedImmutableFields } from './immutable-fields';
import { identityOf, isCustom, ManifestObject, ManifestSet, readTemplate, Workload } from '../manifest';
import { changedConfigs, ChangedReading, changedReadings } from './private/changed-configs';
import { heldBy } from './private/held-by';
import { restarter, staleChecksum } from './private/restarter';
import { templateReasons } from './private/template-reasons';

/**
 * What happens to the pods of a workload when changed manifests are applied:
 * - `rolls`: its pods are replaced, because its template changed, or because something watches what it reads
 * - `restart`: it reads a changed key when it starts, and nothing replaces its pods by itself
 * - `held`: its pods would have to be replaced, and neither apply nor `kubectl rollout restart` does it
 * - `next-run`: a CronJob, whose next run takes the change
 * - `recreate`: a Job, whose template cannot be changed, or a Pod that nothing stands behind
 * - `reloads`: a changed key reaches it through a mounted volume while it runs
 */
export type RolloutKind = 'rolls' | 'restart' | 'held' | 'next-run' | 'recreate' | 'reloads';

/** A workload whose pods a change concerns. */
export interface Rollout {
  /** As it is afterwards; may be one of the state. */
  readonly workload: Workload;
  readonly kind: RolloutKind;

  /** Why: `env[NATS_URL] of container api changed`, `reads NATS_URL of ConfigMap apps/common-config`. */
  readonly reasons: readonly string[];
}

/** The workloads, those of the state included, that an apply of the files of `after` over `before` concerns. */
export function rollouts(before: ManifestSet, after: ManifestSet): readonly Rollout[] {
  const configs = changedConfigs(before, after);
  return after.workloads.flatMap((workload) => {
    const old = before.find(workload.kind, workload.namespace, workload.name);
    const previous = old && before.workload(old);
    if (!previous) return [];
    const template = reasonsFor(previous, workload);
    if (template.length > 0) return { workload, ...afterTemplate(previous, workload, template) };
    return afterReadings(workload, changedReadings(workload, configs)) ?? [];
  });
}

/**
 * What happens to the pods of custom resources that hold a template, such as the Rollout of Argo. Where it is `restart`, only the tools of
 * their kind know how.
 */
export function customRollouts(before: ManifestSet, after: ManifestSet): readonly Rollout[] {
  const configs = changedConfigs(before, after);
  const old = new Map(before.all.map(object => [identityOf(object), object]));
  return after.all.flatMap((object) => {
    const previous = old.get(identityOf(object));
    const [workload, earlier] = [object, previous].map(each => each && customWorkload(each));
    if (!workload || !earlier) return [];
    const template = reasonsFor(earlier, workload);
    return template.length > 0 ? [{ workload, kind: 'rolls' as const, reasons: template }] : afterReadings(workload, changedReadings(workload, configs)) ?? [];
  });
}

function customWorkload(object: ManifestObject): Workload | undefined {
  const path = ['spec', 'template'];
  return isCustom(object.group) && Array.isArray(object.get(...path, 'spec', 'containers')) ? readTemplate(object, path) : undefined;
}

/** What left the files stays in the cluster as it is. The state may have been trimmed, so that its fields are no reasons. */
function reasonsFor(before: Workload, after: Workload): readonly string[] {
  if (after.object.origin === 'state') return [];
  const reasons = templateReasons(before, after);
  return reasons.length > 0 && before.object.origin !== after.object.origin ? ['its template differs from the one in the cluster'] : reasons;
}

function afterTemplate(before: Workload, workload: Workload, reasons: readonly string[]): Pick<Rollout, 'kind' | 'reasons'> {
  if (workload.kind === 'CronJob') return { kind: 'next-run', reasons };
  if ((workload.kind === 'Job' || workload.kind === 'Pod') && changedImmutableFields(before.object, workload.object).length > 0) {
    return { kind: 'recreate', reasons };
  }
  const held = heldBy(workload);
  return held ? { kind: 'held', reasons: [...reasons, held] } : { kind: 'rolls', reasons };
}

function afterReadings(workload: Workload, readings: readonly ChangedReading[]): Rollout | undefined {
  if (readings.length === 0) return undefined;
  const atStart = readings.filter(({ how }) => how === 'at-start');
  const reasons = (atStart.length > 0 ? atStart : readings).map(({ reason }) => reason);
  if (workload.kind === 'CronJob') return { workload, kind: 'next-run', reasons };
  if (workload.kind === 'Job' || (workload.kind === 'Pod' && atStart.length > 0)) return { workload, kind: 'recreate', reasons };
  if (atStart.length === 0) return { workload, kind: 'reloads', reasons };
  const held = heldBy(workload);
  if (held) return { workload, kind: 'held', reasons: [...reasons, held] };
  const restarting = restarter(workload, atStart);
  if (restarting) return { workload, kind: 'rolls', reasons: [...reasons, restarting] };
  const stale = staleChecksum(workload);
  return { workload, kind: 'restart', reasons: stale === undefined ? reasons : [...reasons, `its ${stale} is still the same`] };
}
