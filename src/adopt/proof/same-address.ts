import { readAddress } from '../../verify/facts/private/read-address';

/** Where two texts stand. */
export interface AddressPlace {
  readonly namespace: string;
  readonly zone: string;

  /** Name of the variable or key that holds them. */
  readonly name: string;
}

/** Whether a text is the same address as another one, with the full name of its Service and its port. */
export function isSameAddress(from: string, to: string, { namespace, zone, name }: AddressPlace): boolean {
  const [[before], [after]] = [from, to].map(text => readAddress(text, name));
  if (!before || !after) return false;
  const hosts = [before, after].map(({ host = '' }) => host);
  return before.port === after.port && isFullName(hosts[0], hosts[1], [namespace, 'svc', zone]) && aroundServer(from, hosts[0]) === aroundServer(to, hosts[1]);
}

/** Whether a name is another one with the rest of what a Service is called. */
function isFullName(short: string, full: string, rest: readonly string[]): boolean {
  const labels = short.split('.').length;
  return short === full || full === `${short}.${rest.slice(Math.min(labels - 1, rest.length)).join('.')}`;
}

/** What stands before and behind the host and the port. */
function aroundServer(text: string, host: string): string {
  const at = text.toLowerCase().indexOf(host, text.indexOf('://') + 1);
  return `${text.slice(0, at)} ${text.slice(at + host.length).replace(/^:\d+/, '')}`;
}
