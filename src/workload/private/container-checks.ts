import * as kplus from 'cdk8s-plus-28';
import { millis, mebibytes } from './container-defaults';
import { isDnsLabel } from '../../address/private/dns-name';

/** A name of a port, as IANA names services. */
const PORT_NAME = /^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;

/** A reference to an image: what Kubernetes takes, without template markers. */
const IMAGE = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?::\d+)?(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*(?::[\w][\w.-]{0,127})?(?:@sha256:[a-f0-9]{64})?$/;

interface Check {
  readonly wrong: string;
  readonly instead: string;
}

/** What is wrong with a container that cdk8s-plus would accept and Kubernetes refuse, or undefined. */
export function containerFault(container: kplus.ContainerProps): Check | undefined {
  const name = container.name ?? 'main';
  const ports = [container.portNumber ?? container.port, ...(container.ports ?? []).map(port => port.number)].filter(port => port !== undefined);
  const badPort = ports.find(port => !Number.isInteger(port) || port < 1 || port > 65535);
  const badPortName = container.ports?.find(port => port.name !== undefined && !PORT_NAME.test(port.name))?.name;
  const cpu = container.resources?.cpu;
  const memory = container.resources?.memory;
  const checks: [boolean, string, string][] = [
    [!isDnsLabel(name), `container name "${name}" is no DNS label`, 'write lowercase letters, digits and hyphens, at most 63'],
    [typeof container.image !== 'string', `container ${name} has no image`, 'give image, such as registry/owner/name:tag'],
    [!IMAGE.test(container.image), `container ${name} has image "${container.image}", which is no image reference`,
      'write registry/owner/name:tag with the tag filled in'],
    [badPort !== undefined, `container ${name} has port ${badPort}`, 'write a whole number from 1 to 65535'],
    [badPortName !== undefined, `container ${name} has a port named "${badPortName}"`, 'write lowercase letters, digits and single hyphens, at most 15, one letter among them'],
    [!!cpu?.request && !!cpu.limit && millis(cpu.request) > millis(cpu.limit),
      `container ${name} requests ${cpu?.request?.amount} CPU, more than its limit ${cpu?.limit?.amount}`, 'raise the limit or lower the request'],
    [!!memory?.request && !!memory.limit && mebibytes(memory.request) > mebibytes(memory.limit),
      `container ${name} requests more memory than its limit`, 'raise the limit or lower the request'],
  ];
  const failed = checks.find(([fails]) => fails);
  return failed && { wrong: failed[1], instead: failed[2] };
}

/** Whether an image is pulled by a tag that moves, so that nobody knows what runs. */
export function hasMovingTag(image: string): boolean {
  return !image.includes('@') && (!/:[^/]+$/.test(image) || image.endsWith(':latest'));
}
