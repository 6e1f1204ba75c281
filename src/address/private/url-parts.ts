/** A NATS URL cut into its parts; nothing is checked yet. */
export interface UrlParts {
  /** In lower case. */
  readonly scheme?: string;
  /** Empty where there is none. */
  readonly userInfo: string;
  /** In lower case, without brackets. */
  readonly host: string;
  readonly bracketed: boolean;
  /** As written; undefined without a colon. */
  readonly port?: string;
  /** Path, query and fragment. */
  readonly tail: string;
}

/** Cuts a URL. What stands before the last `@` is user info, whatever it holds: a password may hold anything. */
export function urlParts(text: string): UrlParts {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1];
  const rest = scheme === undefined ? text : text.slice(scheme.length + '://'.length);
  const at = rest.lastIndexOf('@');
  const server = rest.slice(at + 1);
  const end = server.search(/[/?#]/);
  return {
    scheme: scheme?.toLowerCase(),
    userInfo: rest.slice(0, Math.max(at, 0)),
    ...hostAndPort(end < 0 ? server : server.slice(0, end)),
    tail: end < 0 ? '' : server.slice(end),
  };
}

/** The port that clients use: 4222 where none is written, undefined where it is none. */
export function portNumber(text: string | undefined): number | undefined {
  if (!text) return 4222;
  const port = /^\d+$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65535 ? port : undefined;
}

function hostAndPort(authority: string): { host: string; bracketed: boolean; port?: string } {
  const lower = authority.toLowerCase();
  const end = lower.indexOf(']');
  if (lower.startsWith('[') && end > 0) {
    const after = lower.slice(end + 1);
    // Anything but `:port` behind the bracket cannot be a port, so it fails as one.
    return { host: lower.slice(1, end), bracketed: true, port: after === '' ? undefined : after.startsWith(':') ? after.slice(1) : after };
  }
  const colon = lower.indexOf(':');
  // More than one colon without brackets is an IPv6 address or nothing.
  if (colon < 0 || lower.includes(':', colon + 1)) return { host: lower, bracketed: false };
  return { host: lower.slice(0, colon), bracketed: false, port: lower.slice(colon + 1) };
}
