import { IpRange } from './ip';
import { PortSet } from './port-set';

/** An end of a connection: workloads by their title, or addresses outside the cluster. */
export type ConnectionEnd =
  | { readonly type: 'workload'; readonly title: string }
  | { readonly type: 'addresses'; readonly range: IpRange };

/** What policies allow from one end to another. */
export interface Connection {
  readonly from: ConnectionEnd;
  readonly to: ConnectionEnd;
  readonly ports: PortSet;
}
