import { RefusedPart } from './refused-part';
import { Json, numberOf, objectOf, textOf } from '../../../manifest';

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
const PORT_NAME = /^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;

/** What the API server has against a port of a NetworkPolicy; undefined for nothing, and for what the schema refuses. */
export function invalidPort(value: Json): RefusedPart | undefined {
  const entry = objectOf(value);
  if (!entry) return undefined;
  const protocol = textOf(entry.protocol);
  if (protocol !== undefined && !PROTOCOLS.includes(protocol)) {
    return { message: `${protocol} is no protocol of a policy`, fix: `write one of ${PROTOCOLS.join(', ')}` };
  }
  const { port } = entry;
  const name = textOf(port);
  if (name !== undefined && !PORT_NAME.test(name)) return invalidName(name);
  if (typeof port === 'number' && !isPort(port)) return { message: `${port} is no port`, fix: 'write a number from 1 to 65535' };
  return invalidEnd(numberOf(port), name, numberOf(entry.endPort));
}

function invalidName(name: string): RefusedPart {
  if (/^\d+$/.test(name)) return { message: `port '${name}' is a text, and so the name of a port, which needs a letter`, fix: `write the number ${name} without quotes` };
  return { message: `'${name}' is no name of a port`, fix: 'write at most 15 lower-case letters, digits and single hyphens, with a letter' };
}

function invalidEnd(port: number | undefined, name: string | undefined, endPort: number | undefined): RefusedPart | undefined {
  if (endPort === undefined) return undefined;
  if (name !== undefined) return { message: `endPort ${endPort} stands beside the port name ${name}`, fix: 'write the first port of the range as a number' };
  if (port === undefined) return { message: `endPort ${endPort} has no port to start from`, fix: 'add port, the first of the range' };
  if (!isPort(endPort)) return { message: `${endPort} is no port`, fix: 'write a number from 1 to 65535' };
  if (endPort < port) return { message: `the range from ${port} to ${endPort} runs backwards`, fix: `write port: ${endPort} and endPort: ${port}` };
  return undefined;
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65535;
}
