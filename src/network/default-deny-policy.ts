import { Construct } from 'constructs';
import { PodSelection } from './pod-selection';
import { NamespacedPolicyOptions } from './policy-options';
import { declareDefaultDeny, Direction } from './private/default-deny';
import { kubePolicy, policyNamespace } from './private/kube-policy';
import { constructError } from '../app/private/errors';

/** The directions that a default-deny policy closes; at least one. */
export interface DefaultDenyDirections {
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

/** Properties of a `DefaultDenyPolicy`. */
export interface DefaultDenyPolicyProps extends NamespacedPolicyOptions, DefaultDenyDirections {
  /**
   * `metadata.name` of the policy.
   * @default 'default-deny-all'
   */
  readonly name?: string;
}

/**
 * Closes every pod of a namespace to what no other policy allows.
 * The library then makes an ingress policy for each workload of that namespace that another one of the app connects to.
 */
export class DefaultDenyPolicy extends Construct {
  /**
   * Says that a namespace has a default-deny policy that lives elsewhere; nothing is rendered.
   * @throws if it closes neither direction
   */
  public static exists(scope: Construct, namespace: string, directions: DefaultDenyDirections = {}): void {
    closedDirections(scope, directions).forEach(direction => declareDefaultDeny(scope, namespace, direction));
  }

  /** `metadata.name` of the policy. */
  public readonly name: string;

  /** Namespace of the policy. Undefined where it is left to `kubectl apply -n`. */
  public readonly namespace?: string;

  constructor(scope: Construct, id: string, props: DefaultDenyPolicyProps = {}) {
    super(scope, id);
    const closed = closedDirections(this, props);
    const everyPod = PodSelection.namespace();
    this.name = props.name ?? 'default-deny-all';
    this.namespace = policyNamespace(this, everyPod, props.namespace);
    kubePolicy(this, { ...props, name: this.name, namespace: this.namespace }, () => ({
      podSelector: everyPod._toKube(),
      policyTypes: closed.map(direction => POLICY_TYPES[direction]),
    }));
    closed.forEach(direction => declareDefaultDeny(this, this.namespace, direction));
  }
}

const POLICY_TYPES = { egress: 'Egress', ingress: 'Ingress' };

function closedDirections(scope: Construct, { ingress = true, egress = true }: DefaultDenyDirections): Direction[] {
  const directions: Direction[] = [...(egress ? ['egress' as const] : []), ...(ingress ? ['ingress' as const] : [])];
  if (directions.length === 0) throw constructError(scope, 'a default-deny policy closes neither direction', 'leave ingress or egress true');
  return directions;
}
