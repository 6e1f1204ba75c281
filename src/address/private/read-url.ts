import { NatsUrlClass } from '../nats-url-class';
import { NatsUrlContext } from '../nats-url-context';
import { canonicalUrl } from './canonical';
import { HostReading, readHost } from './classify';
import { portNumber, UrlParts, urlParts } from './url-parts';
import { isSecretByVariable, variablesIn } from './variables';

/** Why a text is no URL that every client takes. */
export type Problem = 'empty' | 'white space' | 'port' | 'path' | 'host';

/** Everything that is known of the text of a NATS URL, none of it a credential. */
export interface UrlReading extends HostReading {
  readonly hostClass: NatsUrlClass;
  readonly scheme?: string;
  readonly host?: string;
  readonly port?: number;
  readonly canonical?: string;
  /** Whether the text is the canonical form. */
  readonly isCanonical: boolean;
  readonly members: UrlReading[];
  readonly hasCredentials: boolean;
  readonly problem?: Problem;
}

const SCHEMES = ['nats', 'tls', 'ws', 'wss'];

/** Reads one text. Never throws; the time is linear in its length. */
export function readUrl(text: string, context: NatsUrlContext): UrlReading {
  const trimmed = text.trim();
  if (trimmed === '') return invalid('empty');
  if (trimmed !== text) {
    const inner = readUrl(trimmed, context);
    return inner.hasCredentials ? inner : { ...inner, urlClass: NatsUrlClass.INVALID, problem: 'white space' };
  }
  if (text.includes('@')) return readUserInfo(text, context);
  if (text.includes(',')) return readList(text, context);
  return readSingle(text, context);
}

function readUserInfo(text: string, context: NatsUrlContext): UrlReading {
  // A password may hold commas: only a text whose every part is a URL with user info is a list.
  if (text.includes(',') && text.split(',').every(part => /^\s*[a-z]+:\/\/[^@]*@/i.test(part))) {
    const list = readList(text, context);
    return { ...list, urlClass: list.hasCredentials ? NatsUrlClass.CREDENTIALS : NatsUrlClass.KUBERNETES_VARIABLE };
  }
  const { scheme, userInfo } = urlParts(text);
  const bare = text.slice(text.lastIndexOf('@') + 1);
  const inner = readUrl(scheme === undefined ? bare : `${scheme}://${bare}`, context);
  return isSecretByVariable(userInfo)
    ? { ...inner, urlClass: NatsUrlClass.KUBERNETES_VARIABLE }
    : { ...inner, urlClass: NatsUrlClass.CREDENTIALS, hasCredentials: true };
}

function readList(text: string, context: NatsUrlContext): UrlReading {
  const members = text.split(',').filter(part => part.trim() !== '').map(part => readUrl(part.trim(), context));
  if (members.length === 0) return invalid('empty');
  const [first, ...others] = members;
  return {
    urlClass: NatsUrlClass.LIST,
    hostClass: NatsUrlClass.LIST,
    canonical: others.every(other => other.canonical === first.canonical) ? first.canonical : undefined,
    isCanonical: false,
    members,
    hasCredentials: members.some(member => member.hasCredentials),
  };
}

function readSingle(text: string, context: NatsUrlContext): UrlReading {
  const parts = urlParts(text);
  const { scheme, tail } = parts;
  const variables = variablesIn(`${parts.host}:${parts.port}${tail}`);
  const port = portNumber(parts.port);
  const host = readHostPart(parts, context);
  const read = host.urlClass !== NatsUrlClass.INVALID;
  const wrongScheme = scheme !== undefined && !SCHEMES.includes(scheme);
  // Over HTTP another port than 4222 may be the monitoring's, so that only this one is known to be a client port.
  const canonical = wrongScheme && Number(parts.port) !== 4222 ? undefined : canonicalUrl(host, wrongScheme ? 'nats' : scheme, port, context);
  const reading = {
    ...host,
    hostClass: host.urlClass,
    scheme,
    host: read ? parts.host : undefined,
    port,
    canonical,
    isCanonical: canonical === text,
    members: [],
    hasCredentials: false,
  };

  if (variables) {
    const urlClass = variables === 'shell' ? NatsUrlClass.SHELL_VARIABLE : NatsUrlClass.KUBERNETES_VARIABLE;
    return { ...reading, urlClass, hostClass: read ? host.urlClass : urlClass };
  }
  if (wrongScheme) return { ...reading, urlClass: NatsUrlClass.WRONG_SCHEME };
  const problem = problemOf(read, port, tail);
  return problem ? { ...reading, urlClass: NatsUrlClass.INVALID, canonical: undefined, problem } : reading;
}

function readHostPart({ host, bracketed }: UrlParts, context: NatsUrlContext): HostReading {
  return bracketed && !host.includes(':') ? { urlClass: NatsUrlClass.INVALID } : readHost(host, context);
}

function problemOf(hostIsRead: boolean, port: number | undefined, tail: string): Problem | undefined {
  if (!hostIsRead) return 'host';
  if (port === undefined) return 'port';
  return tail === '' || tail === '/' ? undefined : 'path';
}

function invalid(problem: Problem): UrlReading {
  return { urlClass: NatsUrlClass.INVALID, hostClass: NatsUrlClass.INVALID, isCanonical: false, members: [], hasCredentials: false, problem };
}
