import { plural } from './plural';
import { Review } from '../../review';

/** A review in a line: `1 connection breaks, 2 values change, 3 workloads roll`. */
export function reviewSummary({ unread, needs, policies, values, pods, refusals, removed, added, changed, findings }: Review): string {
  const asked = (wanted: string) => needs.filter(({ kind }) => kind === wanted).length;
  const replaced = (...wanted: readonly string[]) => pods.filter(({ kind }) => wanted.includes(kind)).length;
  const faults = findings.filter(({ change }) => change === 'gained').length;
  const parts = [
    counted(unread.length, 'file could not be read', 'files could not be read'),
    counted(refusals.length, 'field makes apply fail', 'fields make apply fail'),
    counted(asked('lost'), 'connection breaks', 'connections break'),
    counted(asked('blocked'), 'new connection does not come about', 'new connections do not come about'),
    counted(asked('gained'), 'connection comes about', 'connections come about'),
    counted(asked('dropped'), 'connection ends', 'connections end'),
    counted(asked('unknown'), 'connection is not decided', 'connections are not decided'),
    counted(policies.length, 'change of what policies let through', 'changes of what policies let through'),
    counted(values.length, 'value changes', 'values change'),
    counted(replaced('rolls'), 'workload rolls', 'workloads roll'),
    counted(replaced('restart', 'recreate', 'held'), 'workload has to be started anew by hand', 'workloads have to be started anew by hand'),
    counted(replaced('next-run', 'reloads'), 'workload takes the change by itself', 'workloads take the change by themselves'),
    counted(removed.length, 'object vanishes', 'objects vanish'),
    counted(added.length, 'object is new', 'objects are new'),
    counted(changed.length, 'object has other changes', 'objects have other changes'),
    counted(faults, 'finding gained', 'findings gained'),
    counted(findings.length - faults, 'finding fixed', 'findings fixed'),
  ].flat();
  return parts.join(', ') || 'no change';
}

function counted(count: number, one: string, several: string): string[] {
  return count === 0 ? [] : [plural(count, one, several)];
}
