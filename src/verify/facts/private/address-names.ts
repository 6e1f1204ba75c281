/** The last part of a dotted name: `url` of `nats.url`. */
function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Whether a field of this name says where a server listens, and not where a client connects to. */
export function isListenName(name: string): boolean {
  return /listen|bind|advertise/i.test(lastPart(name));
}

/** Whether a field of this name holds the address of a server. */
export function isAddressName(name: string): boolean {
  const last = lastPart(name);
  return /(url|uri|server|host|addr|endpoint|broker|bootstrap|target|upstream|connect|dsn)/i.test(last) && !NO_ADDRESS.test(last) && !isListenName(name);
}

const NO_ADDRESS =
  /port$|user|pass|token|cred|seed|cert|(^|_)(ca|key|tls)(_|$)|secret|file|path|dir$|image|tag|version|enabled|timeout|interval|(?<!host)name$|count|size|type|mode/i;

/** Whether a field of this name holds the address of a NATS server. */
export function isNatsAddressName(name: string): boolean {
  return /nats/i.test(name) && isAddressName(name) && !/monitor|metric|health|http|exporter|prometheus|route|cluster|gateway|leaf|admin/i.test(lastPart(name));
}

/** Whether a host is called after NATS: `nats`, `my-nats`, `nats-server.nats.svc`. */
export function isNatsHost(host: string): boolean {
  return /(^|[.-])(nats|jetstream)([.-]|$)/i.test(host);
}

/** Whether an address of this name is handed to others, or compared with, instead of called. */
export function isNotCalled(name: string): boolean {
  return NOT_CALLED.test(name);
}

/** Whether a variable of this name holds a host alone, whose port may stand in another. */
export function isPartOfPair(name: string): boolean {
  return /._HOST(?:NAME)?$/i.test(name);
}

const NOT_CALLED = new RegExp(`(^|[_.-])(${[
  '(no|https?)?_?proxy', 'cors', 'origins?', 'public', 'callback', 'redirect', 'redirecturis?', 'issuer', 'allowed', 'external_url', 'base_url', 'frontend', 'docs?_url',
  'schema', 'app_url', 'advertised?',
].join('|')})([_.-]|$)`, 'i');
