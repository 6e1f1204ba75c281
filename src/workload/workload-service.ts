import * as kplus from 'cdk8s-plus-28';
import { EgressRule, EndpointVariable, IEndpoint } from '../address/endpoint';
import { ServiceEndpoint } from '../address/service-endpoint';

/** The Service of a workload of this app, as an endpoint that other workloads connect to. */
export class WorkloadService implements IEndpoint {
  /** @internal */
  public static _of(service: kplus.Service, endpoint: ServiceEndpoint): WorkloadService {
    return new WorkloadService(service, endpoint);
  }

  public readonly description: string;
  public readonly url?: string;
  public readonly inCluster: boolean;
  public readonly needsDns: boolean;
  public readonly egress: EgressRule[];
  public readonly variables: EndpointVariable[];

  private constructor(
    /** The Service. */
    public readonly service: kplus.Service,
    endpoint: ServiceEndpoint,
  ) {
    this.description = endpoint.description;
    this.url = endpoint.url;
    this.inCluster = endpoint.inCluster;
    this.needsDns = endpoint.needsDns;
    this.egress = endpoint.egress;
    this.variables = endpoint.variables;
  }
}
