import { Construct } from 'constructs';
import { IngressPolicy } from './ingress-policy';
import { IngressPeer } from './ingress-rule';
import { PodSelection } from './pod-selection';
import { PolicyOptions } from './policy-options';
import { NatsServer } from '../address/nats-server';
import { constructError } from '../app/private/errors';

/** Properties of a `NatsIngressPolicy`. */
export interface NatsIngressPolicyProps extends PolicyOptions {
  /**
   * `metadata.name` of the policy.
   * @default 'allow-nats-clients'
   */
  readonly name?: string;

  /** The NATS server; the policy lies in its namespace. */
  readonly server: NatsServer;

  /**
   * The server's pods.
   * @default - those with the `podLabels` of the server
   */
  readonly selects?: PodSelection;

  /** Namespaces of which every pod may be a client: clients come from other repositories too. */
  readonly clientNamespaces: string[];

  /**
   * Single workloads that may be clients, each with its namespace.
   * @default - none
   */
  readonly clients?: PodSelection[];

  /**
   * Namespaces that may read the monitoring port, such as that of Prometheus.
   * @default - none
   */
  readonly monitoringNamespaces?: string[];

  /**
   * Whether the servers reach each other's route port. A cluster of servers falls apart without it.
   * @default true
   */
  readonly clusterRoutes?: boolean;
}

/**
 * The server's side: admits NATS clients to the client port on the server's pods, by whole namespaces, and nobody else.
 * Leaf nodes, gateways and WebSocket clients are admitted with `admit`.
 */
export class NatsIngressPolicy extends IngressPolicy {
  /** @throws if there is no client, a single client lacks its namespace, or the labels of the server's pods are not known */
  constructor(scope: Construct, id: string, props: NatsIngressPolicyProps) {
    const { server, name = 'allow-nats-clients', clusterRoutes = true } = props;
    const { namespace } = server.address;
    const selects = props.selects ?? serverPods(scope, server);
    super(scope, id, { name, selects, namespace, labels: props.labels, annotations: props.annotations });

    this.admit({ peers: clientsOf(this, props), ports: [{ port: server.podPort }] });
    const monitors = (props.monitoringNamespaces ?? []).map(each => ({ namespace: each }));
    if (monitors.length > 0) this.admit({ peers: monitors, ports: [{ port: server.monitoringPort }] });
    if (clusterRoutes) this.admit({ peers: [selects.peer], ports: [{ port: server.routePort }] });
  }
}

function serverPods(scope: Construct, { podLabels, address }: NatsServer): PodSelection {
  if (podLabels === undefined) {
    throw constructError(scope, 'the pods of the NATS server are not known', 'give the server podLabels, or the policy selects');
  }
  return PodSelection.labels(podLabels, address.namespace);
}

function clientsOf(scope: Construct, { clientNamespaces, clients = [] }: NatsIngressPolicyProps): IngressPeer[] {
  if (clients.some(({ inNamespace }) => inNamespace === undefined)) {
    throw constructError(scope, 'a client has no namespace', 'give it, as in PodSelection.labels({ app: \'x\' }, \'petrosa-apps\')');
  }
  const peers = [...clientNamespaces.map(namespace => ({ namespace })), ...clients.map(client => client.peer)];
  if (peers.length === 0) {
    throw constructError(scope, 'the policy would cut off every NATS client', 'name clientNamespaces, or clients');
  }
  return peers;
}
