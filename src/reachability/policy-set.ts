import { ManifestSet } from '../manifest';
import { all as allOf, LabelSet } from './label-set';
import { CONTROLLER_KEYS, Pods } from './pods';
import { Policy, readPolicy, rulesOf } from './policy';
import { RarestIndex } from './rarest-index';
import { RuleIndex } from './rule-index';
import { Direction } from './verdict';

/** The policies that select pods in a direction. */
export interface Selecting {
  readonly certain: readonly Policy[];

  /** Those that select them if they carry a label that is not known. */
  readonly possible: readonly Policy[];

  /** Whether the namespace denies by default because the user says so. */
  readonly deniedByOption: boolean;

  /** The rules of all of them. */
  readonly rules: RuleIndex;
}

/** The NetworkPolicies of a set, found by the labels of pods. */
export class PolicySet {
  /**
   * @param deniedByOption  namespaces that deny by default, beside those whose policies say so
   * @param unnamed  the namespace of policies that name none
   */
  static read(set: ManifestSet, deniedByOption: readonly string[], unnamed = ''): PolicySet {
    // By id, so that of policies that decide alike the same one is named in whatever order the files are read.
    const policies = [...set.ofKind('NetworkPolicy')].sort((a, b) => (a.id < b.id ? -1 : 1))
      .filter(object => set.find('NetworkPolicy', object.namespace, object.name) === object)
      .flatMap(object => readPolicy(object, object.namespace || unnamed) ?? []);
    return new PolicySet(policies, new Set(deniedByOption));
  }

  private readonly byNamespace = new Map<string, { readonly all: readonly Policy[]; readonly index: RarestIndex<Policy> }>();
  private readonly known = new WeakMap<LabelSet, Map<string, Record<Direction, Selecting>>>();

  private constructor(readonly policies: readonly Policy[], private readonly deniedByOption: ReadonlySet<string>) {
    const groups = new Map<string, Policy[]>();
    for (const policy of policies) {
      const group = groups.get(policy.namespace);
      if (group) group.push(policy);
      else groups.set(policy.namespace, [policy]);
    }
    for (const [namespace, all] of groups) this.byNamespace.set(namespace, { all, index: new RarestIndex(all, ({ pods }) => pods, CONTROLLER_KEYS) });
  }

  /** The policies that select pods. */
  of({ namespace, labels }: Pick<Pods, 'namespace' | 'labels'>, direction: Direction): Selecting {
    let byNamespace = this.known.get(labels);
    if (!byNamespace) this.known.set(labels, byNamespace = new Map());
    let found = byNamespace.get(namespace);
    if (!found) byNamespace.set(namespace, found = this.find(namespace, labels));
    return found[direction];
  }

  private find(namespace: string, labels: LabelSet): Record<Direction, Selecting> {
    const groups = namespace === '' ? [...this.byNamespace.values()] : [this.byNamespace.get(namespace)].flatMap(group => group ?? []);
    const candidates = groups.flatMap(({ all: policies, index }) => labels.unknown === 'all' ? policies : index.candidates(labels.labels));
    // Pods of an unnamed namespace may be in any, so that a policy of a named one may select them.
    const matched = candidates.map(policy => ({ policy, match: allOf(policy.namespace === namespace ? 'yes' : 'maybe', policy.pods.match(labels)) }));
    const deniedByOption = this.deniedByOption.has(namespace);
    const of = (direction: Direction): Selecting => {
      const limiting = matched.filter(({ policy }) => policy.directions.has(direction));
      const certain = limiting.filter(({ match }) => match === 'yes').map(({ policy }) => policy);
      const possible = limiting.filter(({ match }) => match === 'maybe').map(({ policy }) => policy);
      return { certain, possible, deniedByOption, rules: new RuleIndex([...certain, ...possible], direction) };
    };
    return { egress: of('egress'), ingress: of('ingress') };
  }
}

/** Whether a policy denies a direction to every pod of its namespace, and admits nothing. */
export function isDefaultDeny(policy: Policy, direction: Direction): boolean {
  return policy.pods.everything && policy.directions.has(direction) && rulesOf(policy, direction).length === 0;
}
