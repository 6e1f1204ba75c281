import { shown } from './shown';

/** The port, if it is one. `prop` is the name of the property that holds it. */
export function checkedPort(prop: string, port: number): number {
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`${prop} ${shown(port)} is no port; write a whole number from 1 to 65535`);
  }
  return port;
}
