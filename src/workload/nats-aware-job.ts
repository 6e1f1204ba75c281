import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { NatsAwareOptions } from './nats-aware-options';
import { ConnectOptions, INatsAwareWorkload, UseConfigOptions, UseSecretOptions } from './nats-aware-workload';
import { podProps } from './private/pod-props';
import { Wiring } from './private/wiring';
import { IEndpoint } from '../address/endpoint';
import { KnownSecret } from '../address/known-secret';
import { Config } from '../config/config';

/** The name of a Job is a label of its pods. */
const LONGEST_NAME = 63;

/** Properties of a `NatsAwareJob`. `metadata.name` is required; `isolate` and `select` are refused. */
export interface NatsAwareJobProps extends kplus.JobProps, NatsAwareOptions {
  /**
   * How many pods run at once.
   * @default 1
   */
  readonly parallelism?: number;

  /**
   * How many pods have to succeed.
   * @default 1
   */
  readonly completions?: number;
}

/**
 * A Job whose connections are declared, see `NatsAwareDeployment`.
 * Its template is immutable in Kubernetes: it carries no checksum, and a change needs a new name.
 */
export class NatsAwareJob extends kplus.Job implements INatsAwareWorkload {
  public readonly identity: { readonly [key: string]: string };
  private readonly wiring: Wiring;
  private readonly parallelism?: number;
  private readonly completions?: number;

  /** @throws if the name, the labels or a container would be refused by Kubernetes, or the labels select another workload's pods */
  constructor(scope: Construct, id: string, props: NatsAwareJobProps) {
    super(scope, id, podProps(scope, id, props, LONGEST_NAME));
    this.identity = { ...props.labels };
    this.parallelism = props.parallelism;
    this.completions = props.completions;
    this.wiring = new Wiring(this, { ...props, kind: 'Job', runsToCompletion: true });
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
  public _toKube(): kplus.k8s.JobSpec {
    return { ...super._toKube(), parallelism: this.parallelism, completions: this.completions };
  }
}
