import { DeclaredEndpoint } from './declared-endpoint';
import { checkedPath } from './private/path';
import { servicePlace } from './private/place';
import { urlVariables } from './private/url-variables';
import { ServiceAddressParts } from './service-address';
import { ServicePods } from './service-pods';

/** A Service of the cluster, and the variable by which clients learn about it. */
export interface ServiceEndpointProps extends ServiceAddressParts, ServicePods {
  /** Port of the Service, which the URL has. */
  readonly port: number;

  /**
   * Name of the variable that holds the URL.
   * @default - none
   */
  readonly env?: string;
}

/** A Service of the cluster that speaks HTTP. */
export interface HttpServiceProps extends ServiceEndpointProps {
  /**
   * Path of the URL, from the first slash on.
   * @default - none
   */
  readonly path?: string;
}

/** A Service of the cluster. Its URL has the Service's port, its egress the pods' port. */
export class ServiceEndpoint extends DeclaredEndpoint {
  /**
   * An HTTP Service: `http://petrosa-data-manager.petrosa-apps.svc.cluster.local:80`.
   * @throws if a name is no DNS label, a port is out of range, or the path is none
   */
  public static http(props: HttpServiceProps): ServiceEndpoint {
    return new ServiceEndpoint('http://', props, checkedPath(props.path));
  }

  /**
   * A gRPC Service, by the target that gRPC's name resolution takes: `dns:///service.namespace.svc.cluster.local:50051`.
   * @throws if a name is no DNS label, or a port is out of range
   */
  public static grpc(props: ServiceEndpointProps): ServiceEndpoint {
    return new ServiceEndpoint('dns:///', props);
  }

  /**
   * Any other TCP Service: `tcp://service.namespace.svc.cluster.local:9000`.
   * @throws if a name is no DNS label, or a port is out of range
   */
  public static tcp(props: ServiceEndpointProps): ServiceEndpoint {
    return new ServiceEndpoint('tcp://', props);
  }

  private constructor(scheme: string, props: ServiceEndpointProps, path = '') {
    const place = servicePlace(props, props.port);
    const url = `${scheme}${place.authority}${path}`;
    super({ ...place.reach, description: url, url, variables: urlVariables(props.env, { url }) });
  }
}
