import { EgressPort } from '../address/endpoint';

/** Pods that connect to the selected ones. */
export interface IngressPeer {
  /**
   * Name of their namespace; policies select it by its label `kubernetes.io/metadata.name`.
   * @default - the namespace of the policy
   */
  readonly namespace?: string;

  /**
   * Labels of the pods in that namespace.
   * @default - every pod of the namespace
   */
  readonly podLabels?: { readonly [key: string]: string };
}

/** One ingress rule: these peers on these pod ports. */
export interface IngressRule {
  /** At least one peer; the rule means each of them. */
  readonly peers: IngressPeer[];

  /** At least one port of the selected pods, never of their Service; the rule means each of them. */
  readonly ports: EgressPort[];
}
