import { ApiObjectMetadata } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { NatsAwareOptions } from '../nats-aware-options';

/** What the wiring of a workload takes of its props. */
export interface WiringOptions extends NatsAwareOptions {
  readonly kind: string;
  readonly containers?: kplus.ContainerProps[];
  readonly initContainers?: kplus.ContainerProps[];
  readonly podMetadata?: ApiObjectMetadata;
  readonly hostNetwork?: boolean;
  readonly dns?: kplus.PodDnsProps;

  /** Jobs and CronJobs: their pods end by themselves, and a change of configuration must not touch their template. */
  readonly runsToCompletion: boolean;
}
