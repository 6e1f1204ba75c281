import { Duration } from 'cdk8s';
import { INatsAwareWorkload } from './nats-aware-workload';
import { TopologySpread } from './topology-spread';
import { WaitForNatsOptions } from './wait-for-nats-options';
import { PetrosaCommonConfig } from '../config/petrosa-common-config';
import { ClusterDns } from '../network/cluster-dns';
import { SubjectBinding } from '../subject/subject-binding';

/**
 * What every workload of the library takes beside the props of cdk8s-plus.
 *
 * What is not given of those of cdk8s-plus:
 * - containers request 50m CPU and 64Mi memory, and are limited to 500m and 256Mi;
 * - regular containers with a TCP port get probes, see `defaultProbes`;
 * - all capabilities are dropped, and the seccomp profile is `RuntimeDefault`;
 * - containers with a read-only root file system get an `emptyDir` at `/tmp`;
 * - pods have 15 seconds more to end than the drain takes, see `drainTimeout`;
 * - pods on the host's network ask the DNS of the cluster first.
 */
export interface NatsAwareOptions {
  /**
   * The identity of the pods: labels that the workload's selector, its Services and its policies select by.
   * Immutable in Kubernetes once applied; further pod labels go into `podMetadata`.
   */
  readonly labels: { readonly [key: string]: string };

  /**
   * The shared configuration: wires `NATS_ENABLED` and `NATS_URL` by `configMapKeyRef`, in this order, and opens egress to the server
   * (rule book §6).
   * @default - the workload is no NATS client
   */
  readonly config?: PetrosaCommonConfig;

  /**
   * Subjects that the program publishes to.
   * @default - none
   */
  readonly publishes?: SubjectBinding[];

  /**
   * Subjects and patterns that the program subscribes to.
   * @default - none
   */
  readonly subscribes?: SubjectBinding[];

  /**
   * Workloads of the chart whose pods this one's labels select as well, or whose labels select this one's pods.
   * @default - none; such labels are refused
   */
  readonly sharesPodsWith?: INatsAwareWorkload[];

  /**
   * Names of the containers that get the variables; init containers may be among them.
   * @default - all regular containers
   */
  readonly wiredContainers?: string[];

  /**
   * Where the pods look names up, for the egress policy.
   * @default - CoreDNS in kube-system
   */
  readonly clusterDns?: ClusterDns;

  /**
   * `metadata.name` of the egress policy of the identity; workloads that share the identity give the same or none.
   * @default - the values of the labels, joined by hyphens, and `-egress`
   */
  readonly egressPolicyName?: string;

  /**
   * `metadata.name` of the ingress policy of the identity, if it gets one; workloads that share the identity give the same or none.
   * @default - the values of the labels, joined by hyphens, and `-ingress`
   */
  readonly ingressPolicyName?: string;

  /**
   * Whether containers with a TCP port get the probes that they are not given, all of them connecting to the first such port:
   * readiness, liveness (six failures) and startup (thirty failures).
   * @default true
   */
  readonly defaultProbes?: boolean;

  /**
   * Path of the program's own health endpoint, such as `/ready`: containers with a TCP port that are given no readiness probe are ready when the first
   * such port answers it by HTTP with a status from 200 to 399. A sidecar that has no such path is given its own `readiness`.
   * @default - they are ready when the port takes connections
   */
  readonly readinessPath?: string;

  /**
   * How long the program drains its connection to NATS when it is told to end, in whole seconds: the pods get 15 seconds more.
   * Give the client the same, such as `drain_timeout` of nats.py.
   * @default Duration.seconds(30), what clients take by themselves
   */
  readonly drainTimeout?: Duration;

  /**
   * Lets an init container, the first one, wait until the NATS server of the workload answers as NATS does: that of `config`,
   * or the first one that it connects to. `{}` takes the defaults.
   * @default - containers start at once
   */
  readonly waitForNats?: WaitForNatsOptions;

  /**
   * Whether containers without a CPU limit get one of 500m, or of their request where that is more.
   * @default true
   */
  readonly cpuLimit?: boolean;

  /**
   * `priorityClassName` of the pods.
   * @default - the cluster's default
   */
  readonly priorityClassName?: string;

  /**
   * How the pods of the identity are spread over nodes or zones.
   * @default - as the scheduler likes
   */
  readonly topologySpread?: TopologySpread[];

  /**
   * Names of the Secrets with credentials of image registries.
   * @default - none
   */
  readonly imagePullSecrets?: string[];
}
