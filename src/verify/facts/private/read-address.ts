import { isAddressName, isListenName, isNatsAddressName, isNatsHost, isPartOfPair } from './address-names';
import { namesHost, schemeFacts, schemeOfName, schemeOfPort } from './schemes';
import { readIp } from '../../../address/private/ip';
import { Place, textOf } from '../../../manifest';

/** The address of a server, cut into its parts. */
export interface Address {
  /** As written. May hold a credential. */
  readonly text: string;
  readonly scheme: string;

  /** In lower case, without brackets; undefined in a list of NATS servers, and where it is none. */
  readonly host?: string;
  readonly port?: number;
}

const SCHEME = /^(?:jdbc:)?([a-z][a-z0-9+.-]*):\/\//i;
const HOST = '(?:\\[[0-9a-f:.]+\\]|[\\w.-]+|[\\w.-]*\\$(?:\\{\\w+\\}|\\(\\w+\\)|\\w)[\\w.-]*)';
const WITHOUT_SCHEME = new RegExp(`^(?:[^\\s/@,]+@)?${HOST}(?::(?:\\d+|\\$\\{?\\(?\\w+[)}]?))?(?:,${HOST}(?::\\d+)?)*/?$`, 'i');
const HOST_NAME = /^[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?\.?$/i;

/** The addresses that a text is as a whole: none, one, or one for each host of a list. `name` is what holds the text. */
export function readAddress(text: string, name: string): Address[] {
  if (isListenName(name)) return [];
  const trimmed = text.trim();
  const scheme = SCHEME.exec(trimmed)?.[1].toLowerCase();
  if (scheme === undefined) return WITHOUT_SCHEME.test(trimmed) ? withoutScheme(text, trimmed, name) : [];
  if (!namesHost(scheme)) return [];
  const { hosts, port } = authority(trimmed.replace(SCHEME, ''));
  if (isNats(scheme, name, hosts[0], port)) return [{ text, scheme: 'nats', ...one(hosts, 4222) }];
  if (scheme.startsWith('nats')) return [];
  return hosts.map(({ host, port: written }) => ({ text, scheme, host, port: written ?? schemeFacts(scheme)?.port }));
}

function isNats(scheme: string, name: string, first: HostPort | undefined, port: number | undefined): boolean {
  if (scheme === 'nats' || /^nats(\+|s$)/.test(scheme)) return true;
  const { host = '' } = first ?? {};
  if (['tls', 'ws', 'wss', 'tcp'].includes(scheme)) return port === 4222 || isNatsAddressName(name);
  if (scheme !== 'http' && scheme !== 'https') return false;
  return port === 4222 || port === undefined && isNatsAddressName(name) && isNatsHost(host);
}

function withoutScheme(text: string, trimmed: string, name: string): Address[] {
  const { hosts, port } = authority(trimmed);
  const [first] = hosts;
  if (!first || /^\d+$|^(true|false|yes|no|on|off|null|none|nats|default)$/i.test(trimmed) && !isNatsAddressName(name)) return [];
  if (port === undefined && isPartOfPair(name)) return [];
  if (isNatsAddressName(name) || port === 4222 && (isAddressName(name) || /nats/i.test(name) || isNatsHost(first.host ?? ''))) {
    return isNumber(trimmed) ? [] : [{ text, scheme: 'nats', ...one(hosts, 4222) }];
  }
  if (!isAddressName(name) || trimmed.includes('@')) return [];
  return hosts.flatMap(({ host, port: written }) => {
    if (host === undefined || written === undefined || !HOST_NAME.test(host) || readIp(host)?.kind === 'unspecified') return [];
    return [{ text, scheme: schemeOfName(name) ?? schemeOfPort(written) ?? 'tcp', host, port: written }];
  });
}

/** A host and its port as variables of their own hold them. */
export function readHostAndPort(host: string, port: string | undefined, name: string): Address | undefined {
  const text = host.trim();
  if (!HOST_NAME.test(text) && readIp(text) === undefined) return undefined;
  const scheme = schemeOfName(name);
  const number = portOf(port?.trim()) ?? (scheme === undefined ? undefined : schemeFacts(scheme)?.port);
  if (number === undefined || isNumber(text) || readIp(text)?.kind === 'unspecified') return undefined;
  return { text: host, scheme: scheme ?? schemeOfPort(number) ?? 'tcp', host: text.toLowerCase(), port: number };
}

interface HostPort {
  readonly host?: string;
  readonly port?: number;
}

/** Host and port of each server between scheme and path. */
function authority(rest: string): { hosts: HostPort[]; port?: number } {
  const servers = rest.slice(rest.lastIndexOf('@') + 1).split(/[/?#]/, 1)[0];
  const hosts = servers.split(',').filter(server => server !== '').map(hostAndPort);
  return { hosts, port: hosts[0]?.port };
}

function hostAndPort(server: string): HostPort {
  const found = /^(?:\[([^\]]*)\]|([^:]*))(?::(.*))?$/.exec(server);
  const host = (found?.[1] ?? found?.[2] ?? '').toLowerCase();
  return { host: host === '' ? undefined : host, port: portOf(found?.[3]) };
}

function portOf(text: string | undefined): number | undefined {
  const port = text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65535 ? port : undefined;
}

function one(hosts: readonly HostPort[], port: number): HostPort {
  return hosts.length === 1 ? { host: hosts[0].host, port: hosts[0].port ?? port } : {};
}

function isNumber(text: string): boolean {
  return /^\d{1,5}$/.test(text);
}

/**
 * Whether an address in a text ends within its user info, because a password has a character in it that ends a URL: what follows, up to
 * the quote, has an `@` before a host.
 */
export function endsInUserInfo({ object, path, offset, length }: Place): boolean {
  if (offset === undefined || length === undefined) return false;
  const end = offset + length;
  return /^[|;<>\\`^{}[\]() \t][^"'\n:/@]{0,100}@[\w.-]+(?::\d|$)/.test(textOf(object.get(...path))?.slice(end, end + 300) ?? '');
}

/** The address as a message may quote it: user info, path and query are left out, and all of it that could be a password. */
export function shownAddress(text: string, cut = false): string {
  const trimmed = text.trim();
  const scheme = SCHEME.exec(trimmed)?.[0] ?? '';
  const rest = trimmed.slice(scheme.length);
  const at = rest.lastIndexOf('@');
  const [servers] = rest.slice(at + 1).split(/[/?#]/, 1);
  if (cut || servers.split(',').some(hidesPassword)) return `${scheme}…`;
  const tail = rest.length > at + 1 + servers.length + 1 ? '/…' : '';
  return `${scheme}${at < 0 ? '' : '…@'}${servers.slice(0, 200)}${tail}`;
}

/** Whether what follows a host is no port, so that it may be the begin of a password. */
function hidesPassword(server: string): boolean {
  const port = /^(?:\[[^\]]*\]|[^:]*):(.*)$/.exec(server)?.[1] ?? '';
  return !/^(?:\d*|\$\(\w+\)|\$\{\w+\}|\$\w+|\{\{[^{}]*\}\}|<[\w-]+>)$/.test(port);
}
