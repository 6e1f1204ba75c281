import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { isOverWebSocket } from './nats-endpoint';
import { probeContainer } from './probe-container';
import { WiredVariable } from './wired-variable';
import { IEndpoint } from '../../address/endpoint';
import { WaitForNatsOptions } from '../wait-for-nats-options';

interface InitContainers {
  readonly waitForNats?: WaitForNatsOptions;
  readonly initContainers?: kplus.ContainerProps[];
}

/** The init containers that are given, and before them the one that waits, where it is asked for. */
export function initContainersOf({ waitForNats, initContainers = [] }: InitContainers): kplus.ContainerProps[] {
  return waitForNats ? [waitingContainer(waitForNats), ...initContainers] : initContainers;
}

function waitingContainer({ image, command, deadline = Duration.minutes(2) }: WaitForNatsOptions): kplus.ContainerProps {
  return probeContainer({
    name: 'wait-for-nats',
    script: 'wait-for-nats',
    image,
    command,
    envVariables: { DEADLINE_SECONDS: kplus.EnvValue.fromValue(String(deadline.toSeconds())) },
  });
}

/** What the container that waits is told: the URL of the first NATS server that the workload connects to. */
export class NatsWait {
  private server?: IEndpoint;

  public constructor(private readonly container: kplus.Container, private readonly options: WaitForNatsOptions) {}

  /** Takes in a NATS server that the workload connects to, with the variables of its containers. */
  public announce(endpoint: IEndpoint, variables: readonly WiredVariable[]): void {
    if (this.server) return;
    this.server = endpoint;
    const { command } = this.options;
    for (const { name, value, holdsAddress } of variables) {
      if (holdsAddress) this.container.env.addVariable('NATS_URL', value);
      else if (command && value.valueFrom?.secretKeyRef) this.container.env.addVariable(name, value);
    }
  }

  /** Why there is nothing to wait for, and what to write instead. */
  public faults(): string[] {
    if (!this.server) return ['waitForNats waits for no server, since it connects to none; give config, connect to a NatsServer, or remove waitForNats'];
    if (isOverWebSocket(this.server) && !this.options.command) {
      return [`waitForNats speaks no WebSocket, by which it reaches ${this.server.description}; give an image and a command that do, or remove waitForNats`];
    }
    return [];
  }
}
