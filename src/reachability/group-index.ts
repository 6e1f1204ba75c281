import { append } from '../manifest';
import { Peer } from './peer';
import { PodGroup } from './pod-group';

/** Groups of pods, found by a peer without a look at each. */
export class GroupIndex {
  private readonly byNamespace = new Map<string, PodGroup[]>();
  private readonly byLabel = new Map<string, PodGroup[]>();

  constructor(private readonly groups: readonly PodGroup[]) {
    for (const group of groups) {
      append(this.byNamespace, group.namespace, group);
      for (const [key, value] of Object.entries(group.labels.labels)) append(this.byLabel, `${key}\n${value}`, group);
    }
  }

  /** The groups that a peer of a policy in this namespace admits. */
  selectedBy({ namespaces, pods }: Peer & { type: 'pods' }, ownNamespace: string): PodGroup[] {
    return this.candidates(namespaces, pods, ownNamespace).filter(group =>
      (namespaces ? namespaces.match(group.namespaceLabels) === 'yes' : group.namespace === ownNamespace) && pods.match(group.labels) === 'yes');
  }

  private candidates(namespaces: Selection, pods: NonNullable<Selection>, ownNamespace: string): readonly PodGroup[] {
    const name = namespaces ? onlyValue(namespaces, 'kubernetes.io/metadata.name') : ownNamespace;
    const lists = pods.requirements.filter(({ operator, values }) => operator === 'In' && values.length === 1)
      .map(({ key, values }) => this.byLabel.get(`${key}\n${values[0]}`) ?? []);
    if (name !== undefined) lists.push(this.byNamespace.get(name) ?? []);
    return lists.sort((a, b) => a.length - b.length)[0] ?? this.groups;
  }
}

type Selection = (Peer & { type: 'pods' })['namespaces'];

function onlyValue({ requirements }: NonNullable<Selection>, label: string): string | undefined {
  return requirements.find(({ key, operator, values }) => key === label && operator === 'In' && values.length === 1)?.values[0];
}
