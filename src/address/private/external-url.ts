import { Place } from './place';

const PORT_OF_SCHEME: ReadonlyMap<string, string> = new Map([['http', ':80'], ['https', ':443']]);

/** The URL of a host outside the cluster; the scheme's own port is left out, as some APIs sign the host without it. */
export function externalUrl(scheme: string, place: Place, path = ''): string {
  const port = PORT_OF_SCHEME.get(scheme);
  const authority = port && place.authority.endsWith(port) ? place.authority.slice(0, -port.length) : place.authority;
  return `${scheme}://${authority}${path}`;
}
