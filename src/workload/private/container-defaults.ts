import { Size, SizeRoundingBehavior } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { NatsAwareOptions } from '../nats-aware-options';

/** Sized for a small NATS client, not for cdk8s-plus's 1 CPU. */
const CPU = { request: kplus.Cpu.millis(50), limit: kplus.Cpu.millis(500) };
const MEMORY = { request: Size.mebibytes(64), limit: Size.mebibytes(256) };

/** With the default period of 10 s, a container that takes no connections for a minute is started anew. */
const LIVENESS_FAILURES = 6;

/** With the default period of 10 s, a slow start may take five minutes before the container is given up. */
const STARTUP_FAILURES = 30;

type ContainerDefaults = Pick<NatsAwareOptions, 'defaultProbes' | 'cpuLimit' | 'readinessPath'>;

/** A regular container as a careful operator would write it; what is given stays. Its variables are left to the wiring. */
export function regularContainer(container: kplus.ContainerProps, options: ContainerDefaults = {}): kplus.ContainerProps {
  const { defaultProbes = true, readinessPath } = options;
  const port = portOf(container);
  const http = port === undefined || readinessPath === undefined ? undefined : kplus.Probe.fromHttpGet(readinessPath, { port });
  if (!defaultProbes) return { ...withoutProbes(hardened(container, options)), readiness: container.readiness ?? http };
  const tcp = (failureThreshold?: number) => port === undefined ? undefined : kplus.Probe.fromTcpSocket({ port, failureThreshold });
  return {
    ...hardened(container, options),
    readiness: container.readiness ?? http ?? tcp(),
    liveness: container.liveness ?? tcp(LIVENESS_FAILURES),
    startup: container.startup ?? tcp(STARTUP_FAILURES),
  };
}

/** An init container as a careful operator would write it; what is given stays. Its variables are left to the wiring. */
export function initContainer(container: kplus.ContainerProps, options: ContainerDefaults = {}): kplus.ContainerProps {
  return hardened(container, options);
}

/** The port that probes go to: the first one of TCP. */
export function portOf(container: kplus.ContainerProps): number | undefined {
  const tcp = container.ports?.find(({ protocol = kplus.Protocol.TCP }) => protocol === kplus.Protocol.TCP);
  return container.portNumber ?? container.port ?? tcp?.number;
}

/** cdk8s-plus adds a startup probe for `portNumber`, and none for the same port among `ports`. */
function withoutProbes(container: kplus.ContainerProps): kplus.ContainerProps {
  const number = container.portNumber ?? container.port;
  if (number === undefined) return container;
  return { ...container, port: undefined, portNumber: undefined, ports: [{ number }, ...container.ports ?? []] };
}

function hardened(container: kplus.ContainerProps, { cpuLimit = true }: ContainerDefaults): kplus.ContainerProps {
  const given = container.securityContext;
  return {
    ...container,
    envVariables: undefined,
    resources: {
      ...container.resources,
      cpu: cpuLimit ? completeCpu(container.resources?.cpu) : requestedCpu(container.resources?.cpu),
      memory: completeMemory(container.resources?.memory),
    },
    securityContext: {
      ...given,
      capabilities: { drop: [kplus.Capability.ALL], ...given?.capabilities },
      seccompProfile: given?.seccompProfile ?? { type: kplus.SeccompProfileType.RUNTIME_DEFAULT },
    },
  };
}

/** The missing half of a pair is the default, moved where it would contradict the given half. */
function completeCpu(given: kplus.CpuResources = {}): kplus.CpuResources {
  const { request = smaller(CPU.request, given.limit, millis), limit = larger(CPU.limit, given.request, millis) } = given;
  return { request, limit };
}

function requestedCpu(given: kplus.CpuResources = {}): kplus.CpuResources {
  return { ...given, request: completeCpu(given).request };
}

function completeMemory(given: kplus.MemoryResources = {}): kplus.MemoryResources {
  const { request = smaller(MEMORY.request, given.limit, mebibytes), limit = larger(MEMORY.limit, given.request, mebibytes) } = given;
  return { request, limit };
}

function smaller<T>(fallback: T, bound: T | undefined, size: (value: T) => number): T {
  return bound !== undefined && size(bound) < size(fallback) ? bound : fallback;
}

function larger<T>(fallback: T, bound: T | undefined, size: (value: T) => number): T {
  return bound !== undefined && size(bound) > size(fallback) ? bound : fallback;
}

/** Thousandths of a CPU. */
export function millis(cpu: kplus.Cpu): number {
  return cpu.amount.endsWith('m') ? Number(cpu.amount.slice(0, -1)) : Number(cpu.amount) * 1000;
}

export function mebibytes(size: Size): number {
  return size.toMebibytes({ rounding: SizeRoundingBehavior.NONE });
}
