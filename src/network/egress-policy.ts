import { Construct } from 'constructs';
import { ClusterDns } from './cluster-dns';
import { PodSelection } from './pod-selection';
import { NamespacedPolicyOptions } from './policy-options';
import { IEndpoint } from '../address/endpoint';
import { checkRule } from './private/check-rules';
import { kubePolicy, policyNamespace } from './private/kube-policy';
import { mergeRules, needsEgress, PolicyRule, renderPeers, renderPorts } from './private/rules';
import { withPath } from '../app/private/with-path';

/** Properties of an `EgressPolicy`. */
export interface EgressPolicyProps extends NamespacedPolicyOptions {
  /** `metadata.name` of the policy. */
  readonly name: string;

  /** The pods that may reach the endpoints and nothing else. */
  readonly selects: PodSelection;

  /**
   * What the pods may reach.
   * @default - what `addEndpoint` adds
   */
  readonly endpoints?: IEndpoint[];

  /**
   * The cluster's DNS, let through where an endpoint is reached by a name.
   * @default - `ClusterDns.of()`
   */
  readonly dns?: ClusterDns;
}

/**
 * Lets pods reach endpoints, on their pod ports, DNS where an endpoint has a name, and nothing else.
 * The synth fails where there is still no rule: the policy that allows nothing is `DefaultDenyPolicy`.
 */
export class EgressPolicy extends Construct {
  /** `metadata.name` of the policy. */
  public readonly name: string;

  /** Namespace of the policy. Undefined where it is left to `kubectl apply -n`. */
  public readonly namespace?: string;

  /** The cluster's DNS, as the policy lets the pods through to it. */
  public readonly dns: ClusterDns;

  private readonly endpoints: IEndpoint[] = [];

  constructor(scope: Construct, id: string, props: EgressPolicyProps) {
    super(scope, id);
    this.name = props.name;
    this.namespace = policyNamespace(this, props.selects, props.namespace);
    this.dns = props.dns ?? ClusterDns.of();
    kubePolicy(this, { ...props, namespace: this.namespace }, () => ({
      egress: this.rules().map(rule => ({ ports: renderPorts(rule), to: renderPeers(rule) })),
      podSelector: props.selects._toKube(),
      policyTypes: ['Egress'],
    }));
    this.node.addValidation({
      validate: () => this.endpoints.some(needsEgress) ? [] : ['the policy allows nothing; add an endpoint, or use DefaultDenyPolicy'],
    });
    props.endpoints?.forEach(endpoint => this.addEndpoint(endpoint));
  }

  /**
   * Lets the pods reach one more endpoint. What is added twice counts once.
   * @throws if Kubernetes would refuse a rule of the endpoint, or would read it as every peer or every port
   */
  public addEndpoint(endpoint: IEndpoint): void {
    withPath(this, () => endpoint.egress.forEach(checkEgress));
    this.endpoints.push(endpoint);
  }

  private rules(): PolicyRule[] {
    const dns = this.endpoints.some(endpoint => endpoint.needsDns) ? this.dns.egress : [];
    return mergeRules([...dns, ...this.endpoints.flatMap(endpoint => endpoint.egress)]);
  }
}

function checkEgress(rule: PolicyRule): void {
  checkRule(rule);
  if (rule.peers.some(({ namespace, cidr }) => namespace === undefined && cidr === undefined)) {
    throw new Error('a peer has no place; give its namespace or its cidr');
  }
}
