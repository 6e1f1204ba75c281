import { Place } from '../manifest';
import { Verdict } from './verdict';

/** A stage on the way from a pod to an endpoint, in this order. */
export type LinkKind = 'name' | 'service' | 'pods' | 'dns' | 'egress' | 'ingress';

/** Why a link has its verdict, for those who react to it. */
export type LinkReason =
  /** Nothing stands in the way. */
  | 'open'
  /** The name is no name of the cluster, or an address. */
  | 'external'
  /** A short name that the pod's search list does not complete. */
  | 'no-search-list'
  | 'service-missing'
  /** A Service of this name exists in another namespace only. */
  | 'service-elsewhere'
  /** The Service has no such port. */
  | 'port-not-served'
  /** The port is one of the pods behind the Service; clients use the Service's port. */
  | 'pod-port-used'
  /** The Service selects no pods. */
  | 'no-pods'
  /** No pod behind the Service has the name that the host gives. */
  | 'no-pod-name'
  /** The Service's target port is a name that no container of its pods declares. */
  | 'target-port-missing'
  /** The namespace denies by default and no other policy selects the pod. */
  | 'not-selected'
  /** Policies select the pod; none has rules for this direction. */
  | 'no-rules'
  /** Policies select the pod, and have rules; none admits the other end on the port. */
  | 'not-admitted'
  /** A rule admits the port, but its selector names another namespace. */
  | 'other-namespace'
  /** A rule would admit the other end if its namespace had a label that nobody is known to set. */
  | 'namespace-label'
  /** A rule admits the other end on the Service's port; policies match pod ports. */
  | 'service-port-in-policy'
  /** Only an ipBlock could admit the pods. */
  | 'ip-block-only'
  /** A policy of another kind, which is not evaluated, may decide otherwise: AdminNetworkPolicy, CiliumNetworkPolicy and the like. */
  | 'admin-policy'
  /** A fact is missing; the text names it. */
  | 'not-known';

/** One stage: its verdict, why, and which field is responsible. */
export interface Link {
  readonly kind: LinkKind;
  readonly verdict: Verdict;
  readonly reason: LinkReason;

  /** A sentence without a full stop. Holds no credential. */
  readonly text: string;

  /** What to change, where something is to be changed. */
  readonly fix?: string;

  /** The responsible field. */
  readonly place?: Place;
}

/** What stands between a pod and an endpoint. */
export interface Answer {
  readonly verdict: Verdict;

  /** The stages in their order, up to and including the last that could be looked at. */
  readonly links: readonly Link[];

  /** The link that decides: the first blocked one, else the first unknown one, else the last. */
  readonly deciding: Link;
}
