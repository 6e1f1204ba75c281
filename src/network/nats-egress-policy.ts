import { Construct } from 'constructs';
import { ClusterDns } from './cluster-dns';
import { EgressPolicy } from './egress-policy';
import { PodSelection } from './pod-selection';
import { NamespacedPolicyOptions } from './policy-options';
import { IEndpoint } from '../address/endpoint';
import { NatsServer } from '../address/nats-server';

/** Properties of a `NatsEgressPolicy`. */
export interface NatsEgressPolicyProps extends NamespacedPolicyOptions {
  /**
   * `metadata.name` of the policy.
   * @default 'allow-nats' (rule book §14)
   */
  readonly name?: string;

  /** The clients, which may reach the server, the further endpoints and nothing else. */
  readonly selects: PodSelection;

  /** The NATS server. */
  readonly server: NatsServer;

  /**
   * What the clients may reach besides.
   * @default - what `addEndpoint` adds
   */
  readonly endpoints?: IEndpoint[];

  /**
   * The cluster's DNS.
   * @default - `ClusterDns.of()`
   */
  readonly dns?: ClusterDns;
}

/**
 * Lets NATS clients reach their server on its pod port, and DNS on UDP and TCP, which rule book §14 forgets.
 * It closes all other egress of the pods: name what else they need as further endpoints.
 */
export class NatsEgressPolicy extends EgressPolicy {
  constructor(scope: Construct, id: string, props: NatsEgressPolicyProps) {
    super(scope, id, { ...props, name: props.name ?? 'allow-nats', endpoints: [props.server, ...props.endpoints ?? []] });
  }
}
