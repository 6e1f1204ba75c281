import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { DisruptionBudget } from './disruption-budget';
import { ExposeHttpOptions } from './expose-http-options';
import { NatsAwareOptions } from './nats-aware-options';
import { ConnectOptions, INatsAwareWorkload, UseConfigOptions, UseSecretOptions } from './nats-aware-workload';
import { budgetDisruption } from './private/disruption';
import { exposeHttp } from './private/expose';
import { headlessService } from './private/headless-service';
import { podProps } from './private/pod-props';
import { Wiring } from './private/wiring';
import { WorkloadService } from './workload-service';
import { IEndpoint } from '../address/endpoint';
import { KnownSecret } from '../address/known-secret';
import { Config } from '../config/config';

/** The controller labels the pods with the name and eleven characters of a hash. */
const LONGEST_NAME = 52;

/** Properties of a `NatsAwareStatefulSet`. `metadata.name` is required; `isolate` and `select` are refused. */
export interface NatsAwareStatefulSetProps extends kplus.StatefulSetProps, NatsAwareOptions {
  /**
   * How many pods may be missing while nodes are drained.
   * @default - no PodDisruptionBudget
   */
  readonly disruptionBudget?: DisruptionBudget;
}

/**
 * A StatefulSet whose connections are declared, see `NatsAwareDeployment`.
 * Unless a `service` is given it gets a headless one, `<name>-headless`, with the ports of its containers.
 */
export class NatsAwareStatefulSet extends kplus.StatefulSet implements INatsAwareWorkload {
  public readonly identity: { readonly [key: string]: string };
  private readonly wiring: Wiring;

  /** @throws if the name, the labels or a container would be refused by Kubernetes, or the labels select another workload's pods */
  constructor(scope: Construct, id: string, props: NatsAwareStatefulSetProps) {
    super(scope, id, podProps(scope, id, { ...props, service: props.service ?? headlessService(scope, id, props) }, LONGEST_NAME));
    this.identity = { ...props.labels };
    this.select(kplus.LabelSelector.of({ labels: this.identity }));
    for (const [key, value] of Object.entries(this.identity)) this.service.selectLabel(key, value);
    this.wiring = new Wiring(this, { ...props, kind: 'StatefulSet', runsToCompletion: false });
    budgetDisruption(this, props.disruptionBudget);
  }

  /**
   * Renders a Service and an ingress policy that admits the workload's own namespace, and others where told.
   * @throws if the namespace is not known; the synth fails if no container declares a target port
   */
  public exposeHttp(options: ExposeHttpOptions): WorkloadService {
    return exposeHttp(this, options);
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
}
