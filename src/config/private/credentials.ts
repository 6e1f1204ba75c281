const SECRET_NAME = '(?:password|passwd|secret|(?:secret|api|private)[-_.]?key)';

// A value may have 1 MiB: what stands before the decisive character is not looked for from each position anew.
const CREDENTIALS: { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'holds a URL with user info', pattern: /:\/\/[^\s/?#"']*@/ },
  // A password may hold a slash that nobody encoded; `host:port/…@` is a path.
  { what: 'holds a URL with user info', pattern: /:\/\/[^\s/?#@:"']*:(?!\d+(?:[/?#,;"'\s]|$))[^\s"']{0,300}@/ },
  { what: 'holds user info before a host', pattern: /(?:^|[\s,;"'/])[^\s:/@,;"']+:[^\s/@,;"']+@(?:[\w.-]+:\d{1,5}\b|(?:tcp|udp|unix)\()/ },
  { what: 'holds a private key or NATS credentials', pattern: /-----BEGIN (?![A-Z0-9 ]*(?:CERTIFICATE|PUBLIC KEY|CRL|PARAMETERS)\b)/ },
  { what: 'holds the seed of an nkey', pattern: /\bS[ACNOUX][A-Z2-7]{56}\b/ },
  {
    what: 'assigns a password or secret',
    pattern: new RegExp(
      `(?:${SECRET_NAME}|pwd|authorization)["']?\\s*[=:]\\s*["']?(?!(?:true|false|null|none|yes|no)\\b|\\$[({]|[{[<]|%\\()[^\\s"'&;,})\\]]`, 'i'),
  },
];

const SECRET_KEY = new RegExp(`${SECRET_NAME}$`, 'i');

/** Which credential a value holds, as the rest of a sentence; undefined if none is seen. */
export function credentialIn(key: string, value: string): string | undefined {
  const found = CREDENTIALS.find(({ pattern }) => pattern.test(value));
  if (found) return found.what;
  return SECRET_KEY.test(key) && !/^(?:|true|false)$/i.test(value.trim()) ? 'is a credential by the name of its key' : undefined;
}
