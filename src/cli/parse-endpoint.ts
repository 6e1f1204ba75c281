import { UsageError } from './errors';
import { shown } from '../address/private/shown';
import { urlParts } from '../address/private/url-parts';
import { Destination } from '../reachability';
import { schemeFacts } from '../verify/facts/private/schemes';

/** Schemes that say only which protocol carries the bytes. */
const PROTOCOLS: Readonly<Record<string, string>> = { tcp: 'TCP', udp: 'UDP', sctp: 'SCTP' };

/** The endpoint that a user means by a URL or `HOST:PORT`. */
export function parseEndpoint(text: string): Destination & { readonly host: string } {
  const { scheme = '', host, port: written } = urlParts(text.trim());
  if (!/^[a-z0-9_.:-]+$/.test(host)) throw new UsageError(`${shown(text)} names no single host; write a URL or HOST:PORT`);
  const port = written === undefined ? schemeFacts(scheme)?.port : portOf(written);
  if (port === undefined) throw new UsageError(`${shown(text)} names no port from 1 to 65535; write HOST:PORT`);
  return { host, port, protocol: PROTOCOLS[scheme] ?? 'TCP' };
}

function portOf(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65535 ? port : undefined;
}
