import { isNatsKey, isNatsUrlKey } from './nats-key';
import { NatsUrl } from '../nats-url';
import { NatsUrlClass } from '../nats-url-class';
import { isDnsName } from './dns-name';
import { readIp } from './ip';

const NATS_URL = /\b(?:nats|tls):\/\/|[^\s,/@]:4222\b/i;

/** Schemes whose authority is no host. */
const NOT_A_HOST = ['file', 'gs', 's3', 's3a', 'unix'];

/** What address of the cluster a text holds; undefined if none. Hosts outside, this pod itself and bind addresses are none. */
export function clusterAddressIn(key: string, value: string): string | undefined {
  if ((isNatsUrlKey(key) && value.trim() !== '') || NATS_URL.test(value)) return 'a NATS URL';
  if (isNatsKey(key) && isNatsAddress(NatsUrl.parse(value.trim()))) return 'a NATS URL';
  // The content of a file is the program's own.
  if (value.trim().includes('\n')) return undefined;
  for (const [, scheme, authority] of value.matchAll(/(?<![a-z0-9+.-])([a-z][a-z0-9+.-]{0,30}):\/\/(?:(?<=dns:\/\/)\/)?([^\s/?#,;"'<>|]*)/gi)) {
    const kind = NOT_A_HOST.includes(scheme.toLowerCase()) ? undefined : clusterHost(authority);
    if (kind) return kind;
  }
  return undefined;
}

function isNatsAddress(read: NatsUrl): boolean {
  // Resolvers read `5`, `1.5` and `2.10.3` as addresses; here they are numbers and versions.
  if (/^\d+(?:\.\d+){0,2}$/.test(read.host ?? '')) return false;
  const schemes = ['nats', 'tls', 'ws', 'wss'];
  return [NatsUrlClass.IP, NatsUrlClass.IP_IN_DISGUISE, NatsUrlClass.FULL].includes(read.urlClass)
    || schemes.includes(read.scheme ?? '')
    || read.members.some(isNatsAddress);
}

function clusterHost(authority: string): string | undefined {
  const [, ipv6, name] = /^(?:[^@]*@)?(?:\[([^\]]*)\]|([^:]*))/.exec(authority)!;
  const host = (ipv6 ?? name).toLowerCase().replace(/\.$/, '');
  const ip = readIp(host);
  if (ip) return ip.kind === 'other' ? `the URL of the address ${host}` : undefined;
  if (!isDnsName(host) || host === 'localhost') return undefined;
  const labels = host.split('.');
  // No top-level domain has a hyphen, except the encoded ones of other alphabets.
  const namespaced = labels.length === 2 && labels[1].includes('-') && !labels[1].startsWith('xn--');
  const inCluster = labels.length === 1 || namespaced || labels.indexOf('svc') >= 2 || host.endsWith('.cluster.local');
  return inCluster ? `the URL of the Service ${host}` : undefined;
}
