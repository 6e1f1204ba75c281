import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { JobSchedule } from './job-schedule';
import { NatsAwareOptions } from './nats-aware-options';
import { ConnectOptions, INatsAwareWorkload, UseConfigOptions, UseSecretOptions } from './nats-aware-workload';
import { cronJobProps, warnOfSchedule } from './private/cron-job-props';
import { podProps } from './private/pod-props';
import { Wiring } from './private/wiring';
import { IEndpoint } from '../address/endpoint';
import { KnownSecret } from '../address/known-secret';
import { Config } from '../config/config';

/** The controller appends eleven characters to the name of a CronJob. */
const LONGEST_NAME = 52;

/** Properties of a `NatsAwareCronJob`. `metadata.name` is required; `isolate` and `select` are refused. */
export interface NatsAwareCronJobProps extends kplus.JobProps, NatsAwareOptions {
  /** When it runs. */
  readonly schedule: JobSchedule;

  /**
   * Time zone of the schedule, such as `Europe/Lisbon`.
   * @default - that of the controller manager, mostly UTC
   */
  readonly timeZone?: string;

  /**
   * What happens when a run is due and the last one has not ended.
   * @default kplus.ConcurrencyPolicy.FORBID
   */
  readonly concurrencyPolicy?: kplus.ConcurrencyPolicy;

  /**
   * How late a run may still start; at least 10 seconds.
   * @default Duration.minutes(5)
   */
  readonly startingDeadline?: Duration;

  /**
   * Whether no further runs start.
   * @default false
   */
  readonly suspend?: boolean;

  /**
   * How many succeeded Jobs are kept.
   * @default 3
   */
  readonly successfulJobsRetained?: number;

  /**
   * How many failed Jobs are kept.
   * @default 1
   */
  readonly failedJobsRetained?: number;

  /**
   * Labels of the Jobs beside the identity.
   * @default - none
   */
  readonly jobLabels?: { readonly [key: string]: string };
}

/**
 * A CronJob whose connections are declared, see `NatsAwareDeployment`.
 * It takes a change of configuration at its next run, and carries no checksum.
 */
export class NatsAwareCronJob extends kplus.CronJob implements INatsAwareWorkload {
  public readonly identity: { readonly [key: string]: string };
  private readonly wiring: Wiring;
  private readonly jobLabels: { readonly [key: string]: string };
  private readonly ttl?: Duration;

  /** @throws if the name, the labels or a container would be refused by Kubernetes, or the labels select another workload's pods */
  constructor(scope: Construct, id: string, props: NatsAwareCronJobProps) {
    super(scope, id, podProps(scope, id, cronJobProps(props), LONGEST_NAME));
    this.identity = { ...props.labels };
    this.jobLabels = { ...props.labels, ...props.jobLabels };
    this.ttl = props.ttlAfterFinished;
    this.wiring = new Wiring(this, { ...props, kind: 'CronJob', runsToCompletion: true });
    warnOfSchedule(this, props);
  }

  public useConfig(config: Config, options?: UseConfigOptions): void {
    this.wiring.useConfig(config, options);
  }

  public useSecret(secret: KnownSecret, options: UseSecretOptions): void {
    this.wiring.useSecret(secret, options);
  }

  public connectTo(endpoint: IEndpoint, options?: ConnectOptions): void {
    this.wiring.connectTo(endpoint, options);
  }

  public addContainer(container: kplus.ContainerProps): kplus.Container {
    const added = new kplus.Container(this.wiring?.complete(container, false) ?? container);
    super.attachContainer(added);
    this.wiring?.attach(added, container, false);
    return added;
  }

  public attachContainer(container: kplus.Container): void {
    super.attachContainer(container);
    this.wiring.attachReady(container);
  }

  public addInitContainer(container: kplus.ContainerProps): kplus.Container {
    const added = super.addInitContainer(this.wiring?.complete(container, true) ?? container);
    this.wiring?.attach(added, container, true);
    return added;
  }

  public toPodSelectorConfig(): kplus.PodSelectorConfig {
    return Wiring.selectorOf(this.wiring);
  }

  /** @internal */
  public _toPodSpec(): kplus.k8s.PodSpec {
    return this.wiring.podSpec(super._toPodSpec());
  }

  /** @internal */
  public _toKube(): kplus.k8s.CronJobSpec {
    const spec = super._toKube();
    const jobSpec = { ...spec.jobTemplate.spec!, ttlSecondsAfterFinished: this.ttl?.toSeconds() };
    return { ...spec, jobTemplate: { metadata: { labels: this.jobLabels }, spec: jobSpec } };
  }
}
