import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { constructError } from '../../app/private/errors';
import { perApp } from '../../app/private/per-app';
import { LabelIndex } from '../../network/private/label-index';
import { carries } from '../../network/private/labels';

/** A label set that selects the pods of a workload, and everything that selects them. */
export interface Identity {
  readonly workload: IConstruct;
  readonly labels: Readonly<Record<string, string>>;

  /** All labels of the pods: the identity and those beside it. */
  readonly podLabels: Readonly<Record<string, string>>;

  /** Pods that end by themselves; several such workloads may share one identity. */
  readonly runsToCompletion: boolean;

  /** Workloads whose pods this one's selector may select, and the reverse. */
  readonly sharesPodsWith: readonly IConstruct[];
}

/** The identities of a chart and namespace, by what selects pods and by the labels of the pods. */
interface Place {
  readonly byLabels: LabelIndex<Identity>;
  readonly byPodLabels: LabelIndex<Identity>;
}

const placesOf = perApp(() => new Map<string, Place>());

/**
 * Records the identity of a workload.
 * @throws if another one of the chart and namespace selects its pods, or the reverse, and neither says so
 */
export function claimIdentity(identity: Identity, namespace: string | undefined): void {
  const { byLabels, byPodLabels } = placeOf(identity, namespace);
  const others = new Set([...byLabels.within(identity.podLabels), ...byPodLabels.carrying(identity.labels)]);
  byLabels.add(identity.labels, identity);
  byPodLabels.add(identity.podLabels, identity);
  for (const other of others) {
    if (!overlap(identity, other) || declared(identity, other)) continue;
    const path = other.workload.node.path;
    throw constructError(
      identity.workload,
      `labels ${format(identity.podLabels)} and ${format(other.podLabels)} of ${path} select the same pods, so Services and policies of one match the other's`,
      `give each a label of its own, such as component, or say sharesPodsWith: [${path.split('/').pop()}]`,
    );
  }
}

function placeOf({ workload }: Identity, namespace = ''): Place {
  const places = placesOf(workload);
  const name = `${Chart.of(workload).node.path} ${namespace}`;
  const place = places.get(name) ?? { byLabels: new LabelIndex(), byPodLabels: new LabelIndex() };
  places.set(name, place);
  return place;
}

function overlap(a: Identity, b: Identity): boolean {
  const equal = carries(b.labels, a.labels) && carries(a.labels, b.labels);
  if (equal && a.runsToCompletion && b.runsToCompletion) return false;
  return carries(b.podLabels, a.labels) || carries(a.podLabels, b.labels);
}

function declared(a: Identity, b: Identity): boolean {
  return a.sharesPodsWith.includes(b.workload) || b.sharesPodsWith.includes(a.workload);
}

function format(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels).map(([key, value]) => `${key}=${value}`).join(',');
}
