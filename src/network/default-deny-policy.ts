import { Construct, IConstruct } from 'constructs';
import { PodSelection } from './pod-selection';
import { NamespacedPolicyOptions } from './policy-options';
import { declareIsolated } from './private/isolation';
import { kubePolicy, policyNamespace } from './private/kube-policy';
import { constructError } from '../app/private/errors';

/** Properties of a `DefaultDenyPolicy`, which closes at least one direction. */
export interface DefaultDenyPolicyProps extends NamespacedPolicyOptions {
  /**
   * `metadata.name` of the policy.
   * @default 'default-deny-all'
   */
  readonly name?: string;

  /**
   * Whether nobody may connect to the pods.
   * @default true
   */
  readonly ingress?: boolean;

  /**
   * Whether the pods may connect to nobody, DNS included.
   * @default true
   */
  readonly egress?: boolean;
}

/**
 * Closes every pod of a namespace to what no other policy allows.
 * The library then makes an ingress policy for each workload of that namespace in the same chart that another one of the app connects to.
 * Other charts may go to other clusters; `declare` says that the policy counts for them too.
 */
export class DefaultDenyPolicy extends Construct {
  /**
   * Says that a namespace has a default-deny policy for ingress that lives elsewhere; nothing is rendered.
   * @param scope the app, for all of its charts; else what lies in the chart that it counts for
   */
  public static declare(scope: IConstruct, namespace: string): void {
    declareIsolated(scope, { labels: {}, namespace });
  }

  /** `metadata.name` of the policy. */
  public readonly name: string;

  /** Namespace of the policy. Undefined where it is left to `kubectl apply -n`. */
  public readonly namespace?: string;

  constructor(scope: Construct, id: string, props: DefaultDenyPolicyProps = {}) {
    super(scope, id);
    const { ingress = true, egress = true } = props;
    if (!ingress && !egress) throw constructError(this, 'a default-deny policy closes neither direction', 'leave ingress or egress true');
    const everyPod = PodSelection.namespace();
    this.name = props.name ?? 'default-deny-all';
    this.namespace = policyNamespace(this, everyPod, props.namespace);
    kubePolicy(this, { ...props, name: this.name, namespace: this.namespace }, () => ({
      podSelector: everyPod._toKube(),
      policyTypes: [...(egress ? ['Egress'] : []), ...(ingress ? ['Ingress'] : [])],
    }));
    if (ingress) declareIsolated(this, { labels: everyPod.podLabels, namespace: this.namespace });
  }
}
