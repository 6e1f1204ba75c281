import { AddressRanges } from './address-ranges';
import { ServicePods } from './service-pods';

/** Where a server runs: behind a Service of the cluster (`service` and `namespace`), or on a host outside (`host`). */
export interface ServerLocation extends AddressRanges, ServicePods {
  /**
   * DNS name of a host outside the cluster, or a suffix such as `*.mysql.dbaas.com.br` where the names vary.
   * @default - a Service of the cluster
   */
  readonly host?: string;

  /**
   * `metadata.name` of the Service, together with `namespace`.
   * @default - a host outside the cluster
   */
  readonly service?: string;

  /**
   * Namespace of the Service.
   * @default - a host outside the cluster
   */
  readonly namespace?: string;

  /**
   * DNS zone of the cluster.
   * @default cluster.local
   */
  readonly zone?: string;
}
