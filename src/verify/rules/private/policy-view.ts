import { append, ManifestObject, Workload } from '../../../manifest';
import { Direction, Network } from '../../../reachability';
import { Policy } from '../../../reachability/policy';
import { Selecting } from '../../../reachability/policy-set';

const VIEWS = new WeakMap<Network, PolicyView>();

/** The policies of a network from both sides: whom they select, and by which ones a workload is selected. */
export class PolicyView {
  /** The view of a network, made once. */
  static of(network: Network): PolicyView {
    const known = VIEWS.get(network);
    if (known) return known;
    const view = new PolicyView(network);
    VIEWS.set(network, view);
    return view;
  }

  /** The linted ones. */
  readonly policies: readonly Policy[];
  private readonly peopled = new Set<string>();
  private readonly selected = new Map<Policy, Workload[]>();
  private readonly byObject: ReadonlyMap<ManifestObject, Policy>;

  private constructor(private readonly network: Network) {
    this.byObject = new Map(network.policySet.policies.map(policy => [policy.object, policy]));
    this.policies = network.policySet.policies.filter(({ object }) => object.origin === 'files');
    for (const workload of network.set.workloads) {
      if (workload.object.origin === 'files') this.peopled.add(workload.namespace);
      const selecting = [this.selecting(workload, 'egress'), this.selecting(workload, 'ingress')];
      for (const policy of new Set(selecting.flatMap(({ certain, possible }) => [...certain, ...possible]))) {
        append(this.selected, policy, workload);
      }
    }
  }

  /** The policy that an object is, also one of the state. */
  policy(object: ManifestObject): Policy | undefined {
    return this.byObject.get(object);
  }

  /** The workloads that a policy selects, or may select, those of the state included. */
  workloadsOf(policy: Policy): readonly Workload[] {
    return this.selected.get(policy) ?? [];
  }

  /** Whether a policy is without effect because its namespace has workloads among the files and it selects no pods. */
  isOrphan(policy: Policy): boolean {
    return this.peopled.has(policy.object.namespace) && this.workloadsOf(policy).length === 0;
  }

  /** The policies that select a workload in a direction. */
  selecting(workload: Workload, direction: Direction): Selecting {
    return this.network.policySet.of(this.network.podsOf(workload), direction);
  }
}
