import { isDnsName } from '../../address/private/dns-name';
import { readIp } from '../../address/private/ip';

const NATS_KEY = /(?:^|[-_.])nats[-_.]?(?:server|cluster)?[-_.]?(?:url|uri|server|host|address|endpoint)s?$/i;
const NATS_URL = /\b(?:nats|tls):\/\/|(?:^|[\s,/@])[^\s,/@]+:4222\b/i;

/** Schemes whose authority is no host. */
const NOT_A_HOST = ['file', 'gs', 's3', 's3a', 'unix'];

/** What address of the cluster a text holds; undefined if none. Hosts outside, this pod itself and bind addresses are none. */
export function clusterAddressIn(key: string, value: string): string | undefined {
  if ((NATS_KEY.test(key) && value.trim() !== '') || NATS_URL.test(value)) return 'a NATS URL';
  // The content of a file is the program's own.
  if (value.trim().includes('\n')) return undefined;
  for (const [, scheme, authority] of value.matchAll(/(?<![a-z0-9+.-])([a-z][a-z0-9+.-]{0,30}):\/\/(?:(?<=dns:\/\/)\/)?([^\s/?#,;"'<>|]*)/gi)) {
    const kind = NOT_A_HOST.includes(scheme.toLowerCase()) ? undefined : clusterHost(authority);
    if (kind) return kind;
  }
  return undefined;
}

function clusterHost(authority: string): string | undefined {
  const [, ipv6, name] = /^(?:[^@]*@)?(?:\[([^\]]*)\]|([^:]*))/.exec(authority)!;
  const host = (ipv6 ?? name).toLowerCase().replace(/\.$/, '');
  const ip = readIp(host);
  if (ip) return ip.kind === 'other' ? `the URL of the address ${host}` : undefined;
  if (!isDnsName(host) || host === 'localhost') return undefined;
  const labels = host.split('.');
  const inCluster = labels.length === 1 || labels.indexOf('svc') >= 2 || host.endsWith('.cluster.local');
  return inCluster ? `the URL of the Service ${host}` : undefined;
}
