import { FoundAddress } from './find-addresses';
import { readHostAndPort } from './read-address';
import { schemeOfName } from './schemes';

/** Hosts that a server listens on or is called by, and lists of those it admits. */
const OWN_HOST = /allow|cors|public|bind|listen|ingress|virtual|node|proxy/i;

/** The servers that are named by a host in one variable or key and, in most cases, the port in another: `REDIS_HOST` and `REDIS_PORT`. */
export function hostPairs(names: readonly string[], valueOf: (name: string) => string | undefined): FoundAddress[] {
  return names.flatMap((name) => {
    const prefix = /^(.+)_HOST(?:NAME)?$/i.exec(name)?.[1];
    const host = valueOf(name);
    if (prefix === undefined || host === undefined || host.includes(':') || OWN_HOST.test(prefix)) return [];
    const port = valueOf(`${prefix}_PORT`) ?? valueOf(`${prefix}_port`);
    if (port === undefined && schemeOfName(prefix) === undefined) return [];
    const address = readHostAndPort(host, port, prefix);
    return address ? [{ ...address, name }] : [];
  });
}
