import { completeLabels, LabelSet } from './label-set';
import { portsOfPods } from './pods';
import { ManifestSet, objectOf, listOf, textOf, Workload, ContainerPort } from '../manifest';

/** Namespace of objects that name none, as kubectl takes it. */
export const UNNAMED = 'default';

/** Pods that policies treat alike, and the workloads that they belong to. */
export interface PodGroup {
  readonly index: number;
  readonly namespace: string;
  readonly namespaceLabels: LabelSet;
  readonly labels: LabelSet;
  readonly ports: readonly ContainerPort[];

  /** Of workloads, or of the owner that a Pod names. */
  readonly titles: readonly string[];
}

/** The workloads of a set, those together whose pods have the same namespace, labels and named ports. */
export function podGroupsOf(set: ManifestSet): PodGroup[] {
  const groups = new Map<string, PodGroup & { readonly titles: string[] }>();
  for (const workload of set.workloads) {
    const { object } = workload;
    if (object.name !== '' && set.find(object.kind, object.namespace, object.name) !== object) continue;
    const namespace = workload.namespace || UNNAMED;
    const ports = portsOfPods(workload).filter(({ name }) => name !== undefined);
    const key = JSON.stringify([namespace, Object.entries(workload.podLabels).sort(), ports]);
    const title = titleOfOwner(workload, namespace);
    const group = groups.get(key);
    if (!group) {
      const namespaceLabels = completeLabels(set.namespaceLabels(namespace));
      groups.set(key, { index: groups.size, namespace, namespaceLabels, labels: completeLabels(workload.podLabels), ports, titles: [title] });
    } else if (!group.titles.includes(title)) {
      group.titles.push(title);
    }
  }
  return [...groups.values()];
}

/** A Pod goes under the name of the owner that controls it. */
function titleOfOwner({ object, kind, name }: Workload, namespace: string): string {
  const owners = kind === 'Pod' ? listOf(object.get('metadata', 'ownerReferences')).map(objectOf) : [];
  const owner = owners.find(one => one?.controller === true) ?? owners[0];
  const ownerName = textOf(owner?.name);
  return ownerName === undefined ? `${namespace}/${name}[${kind}]` : `${namespace}/${ownerName}[${textOf(owner?.kind) ?? kind}]`;
}
