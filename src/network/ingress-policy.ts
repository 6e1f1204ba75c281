import { Construct } from 'constructs';
import { IngressRule } from './ingress-rule';
import { PodSelection } from './pod-selection';
import { NamespacedPolicyOptions } from './policy-options';
import { checkRule } from './private/check-rules';
import { declareIsolated } from './private/isolation';
import { kubePolicy, policyNamespace } from './private/kube-policy';
import { mergeRules, PolicyRule, renderPeers, renderPorts } from './private/rules';
import { withPath } from '../app/private/with-path';

/** Properties of an `IngressPolicy`. */
export interface IngressPolicyProps extends NamespacedPolicyOptions {
  /** `metadata.name` of the policy. */
  readonly name: string;

  /** The pods that the admitted peers may reach, and nobody else. */
  readonly selects: PodSelection;

  /**
   * Who is admitted.
   * @default - what `admit` adds
   */
  readonly admits?: IngressRule[];
}

/**
 * Admits peers to pods, on pod ports, and nobody else but the node itself and, by a policy of their own, clients that `connectTo` declares.
 * The synth fails where there is still no rule: the policy that admits nobody is `DefaultDenyPolicy`.
 */
export class IngressPolicy extends Construct {
  /** `metadata.name` of the policy. */
  public readonly name: string;

  /** Namespace of the policy. Undefined where it is left to `kubectl apply -n`. */
  public readonly namespace?: string;

  private readonly admitted: IngressRule[] = [];

  constructor(scope: Construct, id: string, props: IngressPolicyProps) {
    super(scope, id);
    this.name = props.name;
    this.namespace = policyNamespace(this, props.selects, props.namespace);
    kubePolicy(this, { ...props, namespace: this.namespace }, () => ({
      ingress: this.rules().map(rule => ({ from: renderPeers(rule), ports: renderPorts(rule) })),
      podSelector: props.selects._toKube(),
      policyTypes: ['Ingress'],
    }));
    this.node.addValidation({
      validate: () => this.admitted.length > 0 ? [] : ['the policy admits nobody; admit a peer, or use DefaultDenyPolicy'],
    });
    props.admits?.forEach(rule => this.admit(rule));
    declareIsolated(this, { labels: props.selects.podLabels, namespace: this.namespace });
  }

  /**
   * Admits more peers. What is admitted twice counts once.
   * @throws if Kubernetes would refuse the rule, or would read it as every peer or every port
   */
  public admit(rule: IngressRule): void {
    withPath(this, () => checkRule(rule));
    this.admitted.push(rule);
  }

  private rules(): PolicyRule[] {
    return mergeRules(this.admitted.map(({ peers, ports }) => ({
      peers: peers.map(({ namespace = this.namespace, podLabels }) => ({ namespace, podLabels })),
      ports,
    })));
  }
}
