import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { identityKey, identityName, PodIdentity } from './identity';
import { onIsolated } from './isolation';
import { mergeRules, needsEgress } from './rules';
import { IEndpoint } from '../../address/endpoint';
import { constructError } from '../../app/private/errors';
import { withPath } from '../../app/private/with-path';
import { ClusterDns } from '../cluster-dns';
import { EgressPolicy } from '../egress-policy';
import { IngressPolicy } from '../ingress-policy';
import { IngressRule } from '../ingress-rule';
import { PodSelection } from '../pod-selection';

/** Whose policy is meant, and what it is like. Whoever leaves a wish out takes the policy as it is. */
export interface PolicyWishes extends PodIdentity {
  /** `metadata.name` of the policy; by default made of the values of the labels. */
  readonly name?: string;
}

/** As `PolicyWishes`, for egress. */
export interface EgressPolicyWishes extends PolicyWishes {
  readonly dns?: ClusterDns;
}

/**
 * The egress policy that all workloads of one identity and chart share; rendered from its first endpoint on.
 * @throws if another name or DNS is settled already
 */
export function egressPolicyFor(scope: Construct, wishes: EgressPolicyWishes): SharedEgressPolicy {
  const policy = sharedIn(egressPolicies, scope, wishes, (chart, pods) => new SharedEgressPolicy(chart, pods));
  policy.settle(scope, wishes);
  return policy;
}

/**
 * The ingress policy that all workloads of one identity and chart share; rendered from the first admitted peer on.
 * @throws if another name is settled already
 */
export function ingressPolicyFor(scope: Construct, wishes: PolicyWishes): SharedIngressPolicy {
  const policy = sharedIn(ingressPolicies, scope, wishes, (chart, pods) => new SharedIngressPolicy(chart, pods));
  policy.settle(scope, wishes);
  return policy;
}

/** What the policies of both directions have in common: a name that is settled once. */
abstract class SharedPolicy<P extends EgressPolicy | IngressPolicy> {
  /** The policy, once it is rendered. */
  public policy?: P;

  private explicitName?: string;

  private readonly selects: PodSelection;

  constructor(protected readonly chart: Chart, private readonly pods: PodIdentity, private readonly direction: 'egress' | 'ingress') {
    this.selects = withPath(chart, () => PodSelection.labels(pods.labels));
  }

  /** `metadata.name`; a later explicit name may still replace the default while nothing is rendered. */
  public get name(): string {
    return this.policy?.name ?? this.explicitName ?? identityName(this.pods, this.direction);
  }

  /** @throws if the name is another than the settled one */
  public settle(scope: Construct, { name }: PolicyWishes): void {
    if (name === undefined || name === this.name) {
      this.explicitName ??= name;
      return;
    }
    if (this.policy ?? this.explicitName) {
      throw this.settledOtherwise(scope, `the name ${this.name} already, not ${name}`);
    }
    this.explicitName = name;
  }

  protected settledOtherwise(scope: Construct, what: string): Error {
    const pods = identityKey(this.pods);
    return constructError(scope, `the ${this.direction} policy of the pods ${pods} has ${what}`, 'give all workloads of this identity the same');
  }

  protected get commonProps() {
    return { name: this.name, ...this.pods, selects: this.selects };
  }

  protected get constructId(): string {
    return `${this.direction} of ${identityKey(this.pods)}`;
  }
}

/** An egress policy that the workloads of one identity share. */
export class SharedEgressPolicy extends SharedPolicy<EgressPolicy> {
  private dns?: ClusterDns;

  constructor(chart: Chart, pods: PodIdentity) {
    super(chart, pods, 'egress');
  }

  public settle(scope: Construct, wishes: EgressPolicyWishes): void {
    super.settle(scope, wishes);
    const settled = this.policy?.dns ?? this.dns;
    if (wishes.dns && settled && spelled(wishes.dns) !== spelled(settled)) throw this.settledOtherwise(scope, 'another DNS');
    this.dns = settled ?? wishes.dns;
  }

  /** Lets the pods reach one more endpoint. One that is reached without any policy, such as a sidecar, needs no rule. */
  public addEndpoint(endpoint: IEndpoint): void {
    if (!needsEgress(endpoint)) return;
    this.policy ??= new EgressPolicy(this.chart, this.constructId, { ...this.commonProps, dns: this.dns });
    this.policy.addEndpoint(endpoint);
  }
}

/** An ingress policy that the workloads of one identity share. */
export class SharedIngressPolicy extends SharedPolicy<IngressPolicy> {
  private readonly offered: IngressRule[] = [];
  private isolated = false;

  constructor(chart: Chart, pods: PodIdentity) {
    super(chart, pods, 'ingress');
    onIsolated(chart, pods, () => {
      this.isolated = true;
      this.admitOffered();
    });
  }

  /** Admits peers, and nobody else from now on. */
  public admit(rule: IngressRule): void {
    this.isolated = true;
    this.admitIfIsolated(rule);
  }

  /** Admits peers as soon as the pods are isolated, by this or another policy that selects them; never isolates them. */
  public admitIfIsolated(rule: IngressRule): void {
    this.offered.push(rule);
    this.admitOffered();
  }

  private admitOffered(): void {
    if (!this.isolated) return;
    for (const rule of this.offered.splice(0)) {
      this.policy ??= new IngressPolicy(this.chart, this.constructId, this.commonProps);
      this.policy.admit(rule);
    }
  }
}

const egressPolicies = new WeakMap<Chart, Map<string, SharedEgressPolicy>>();
const ingressPolicies = new WeakMap<Chart, Map<string, SharedIngressPolicy>>();

function sharedIn<P>(
  policies: WeakMap<Chart, Map<string, P>>, scope: Construct, { labels, namespace }: PodIdentity, make: (chart: Chart, pods: PodIdentity) => P,
): P {
  const chart = Chart.of(scope);
  const pods = { labels, namespace: namespace ?? chart.namespace };
  const ofChart = policies.get(chart) ?? new Map<string, P>();
  policies.set(chart, ofChart);
  const policy = ofChart.get(identityKey(pods)) ?? make(chart, pods);
  ofChart.set(identityKey(pods), policy);
  return policy;
}

function spelled(dns: ClusterDns): string {
  return JSON.stringify(mergeRules(dns.egress));
}
