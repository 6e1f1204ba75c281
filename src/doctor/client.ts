import { Workload } from '../manifest';
import { ServiceName, UrlUse, Variable } from '../verify';

/** Where a client connects to. */
export type Destination =
  | { readonly type: 'service'; readonly service: ServiceName }
  /** An address, a host outside the cluster, the pod itself, or a name that is none: `what` says it. */
  | { readonly type: 'no-service'; readonly what: string; readonly host: string }
  /** The URL stands in a Secret or nowhere. */
  | { readonly type: 'not-known' };

/** A workload of the cluster that connects to a NATS server. */
export interface Client {
  readonly workload: Workload;

  /** The URL; undefined where it is not known. */
  readonly url?: UrlUse;

  /** The variable that holds it, or that would; undefined where no variable does. */
  readonly variable?: Variable;

  /** Whether another variable says that this one is not used. */
  readonly switchedOff: boolean;

  /** The other variables about NATS whose values are known, of the same container. */
  readonly others: readonly Variable[];

  /** Name or address; undefined where it is not known. */
  readonly host?: string;
  readonly port: number;
  readonly destination: Destination;

  /** The server that the user named. */
  readonly named?: ServiceName;
}

/** As kubectl takes it: `deployment/quotes`. */
export function targetOf({ kind, name }: Pick<Workload, 'kind' | 'name'>): string {
  return `${kind.toLowerCase()}/${name}`;
}
