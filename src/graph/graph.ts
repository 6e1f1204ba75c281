import { Presence } from '../manifest';
import { LinkKind, LinkReason, Verdict } from '../reachability';

/** What a node stands for. */
export type GraphNodeKind =
  /** An object that makes pods, or a family of them. */
  | 'workload'
  /** A Service that workloads speak NATS with. */
  | 'nats'
  | 'service'
  | 'ingress'
  /** A subject that programs publish or subscribe to. */
  | 'subject'
  /** A host outside the cluster. */
  | 'host'
  /** An address that is no Service's. */
  | 'address'
  /** A server whose address is not known, or whose name may mean several things. */
  | 'unknown';

/** Somebody who talks, or is talked to. */
export interface GraphNode {
  /** Made of what the node stands for, never of files or of an order. */
  readonly id: string;
  readonly kind: GraphNodeKind;

  /** Holds no credential. A family has `*` where the names of its members differ. */
  readonly name: string;

  /** Of workloads, Services and Ingresses; empty where none is given. */
  readonly namespace?: string;

  /** The kind of a workload: `Deployment`. */
  readonly workloadKind?: string;

  /** The names of a family's members, sorted. */
  readonly members?: readonly string[];

  /** Whether a Service exists. */
  readonly presence?: Presence;

  /** What an unknown server is: `MySQL`. */
  readonly what?: string;

  /** The object with the key `name` that holds the address of an unknown server: `Secret shop-credentials`. */
  readonly holder?: string;
}

/** How two nodes belong together. */
export type GraphEdgeKind =
  /** A workload needs to reach a server. */
  | 'needs'
  /** A workload publishes to a subject. */
  | 'publishes'
  /** Messages of a subject go to a workload. */
  | 'delivers'
  /** Messages of a subject match a pattern that somebody subscribes to. */
  | 'matches'
  /** An Ingress sends requests to a Service. */
  | 'routes'
  /** A Service stands for the pods of a workload, or for another name. */
  | 'leads';

/** That one node talks to another, or leads to it. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: GraphEdgeKind;

  /** What is spoken: `NATS`. */
  readonly what?: string;

  /** A name for a port of a Service that an Ingress gives by its name. */
  readonly port?: number | string;

  /** @default 'TCP' */
  readonly protocol?: string;
  readonly queueGroup?: string;

  /** The variables or keys that say so, sorted. */
  readonly names: readonly string[];

  /** Whether the connection comes about; undefined where the edge is no connection of a workload. */
  readonly verdict?: Verdict;

  /** The stage that decides, and why. */
  readonly decided?: { readonly by: LinkKind; readonly reason: LinkReason };

  /**
   * The deciding link in words, sorted; several where policies differ within a family,
   * none if the host may hold a credential.
   */
  readonly texts: readonly string[];
}

/** Who talks to whom. Nodes and edges are sorted. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
