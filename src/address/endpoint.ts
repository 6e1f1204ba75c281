import { ValueSource } from './value-source';

/** Transport protocol of a port, spelled as Kubernetes spells it. */
export enum TransportProtocol {
  TCP = 'TCP',
  UDP = 'UDP',
  SCTP = 'SCTP',
}

/** A port of a pod, as a NetworkPolicy sees it: never the port of a Service. */
export interface EgressPort {
  /** Number of the port on the pod, 1 to 65535. */
  readonly port: number;

  /**
   * Transport protocol.
   * @default TransportProtocol.TCP
   */
  readonly protocol?: TransportProtocol;
}

/** Where a flow goes: pods of a namespace, or an address range. Either `namespace` or `cidr` is given. */
export interface EgressPeer {
  /**
   * Name of the namespace; policies select it by its label `kubernetes.io/metadata.name`.
   * @default - an address range
   */
  readonly namespace?: string;

  /**
   * Labels of the pods in the namespace.
   * @default - every pod of the namespace
   */
  readonly podLabels?: { readonly [key: string]: string };

  /**
   * Address range in CIDR notation.
   * @default - pods of a namespace
   */
  readonly cidr?: string;

  /**
   * Ranges inside `cidr` that are not meant.
   * @default - none
   */
  readonly except?: string[];
}

/** One egress rule: these peers on these pod ports. */
export interface EgressRule {
  /** At least one peer; the rule means each of them. */
  readonly peers: EgressPeer[];

  /** At least one port; the rule means each of them. */
  readonly ports: EgressPort[];
}

/** An environment variable by which a program learns about an endpoint. */
export interface EndpointVariable {
  /** Name of the variable, e.g. `NATS_URL`. */
  readonly name: string;

  /** Where its value comes from. */
  readonly source: ValueSource;

  /**
   * Whether it holds the address, so that the caller of `connectTo` may name it or put its value into a ConfigMap.
   * @default - the first variable of an endpoint does
   */
  readonly holdsAddress?: boolean;
}

/**
 * Something that a workload connects to, declared once: the env variables and the egress rules come out of it.
 * Implement it to add a kind of endpoint of your own.
 */
export interface IEndpoint {
  /** What it is, for people and for merging: its URL without credentials, or a description such as `mongodb+srv://*.mongodb.net:27017`. */
  readonly description: string;

  /**
   * The URL that a client is given, without credentials.
   * Undefined where the URL is known to a Secret alone, or where there is none.
   */
  readonly url?: string;

  /** Whether it is a Service of the cluster; its URL then comes from a ConfigMap, never from a literal. */
  readonly inCluster: boolean;

  /** Whether clients reach it by a name, so that DNS is part of what they need. */
  readonly needsDns: boolean;

  /** What a client's egress policy has to let through, on pod ports, without DNS. */
  readonly egress: EgressRule[];

  /** The variables that a client is given, in order; `connectTo` may rename the one that holds the address. */
  readonly variables: EndpointVariable[];
}
