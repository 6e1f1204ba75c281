const SECRET_NAME = '(?:password|passwd|[-_.]pass|[-_.]pwd|secret|(?:secret|api|private|secret[-_.]?access)[-_.]?key)';

/** Words that say whether or how, where a credential could stand. */
const SWITCH = '(?:true|false|null|none|nil|yes|no|on|off|enabled?|disabled?|required|optional|mask(?:ed)?|redact(?:ed)?|hidden)(?![\\w-])';

const SCHEME_OF_HEADER = '(?:(?:Bearer|Basic|Token)(?:\\s+|["\']?$))?';

// A value may have 1 MiB: what stands before the decisive character is not looked for from each position anew.
const CREDENTIALS: { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'holds a URL with user info', pattern: /:\/\/[^\s/?#"']*@/ },
  // A password may hold a slash that nobody encoded; `host:port/…@` is a path.
  { what: 'holds a URL with user info', pattern: /:\/\/[^\s/?#@:"']*:(?!\d+[/?#,;"'\s])[^\s"']{0,300}@/ },
  { what: 'holds user info before a host', pattern: /(?:^|[\s,;"'/])[^\s:/@,;"']+:[^\s/@,;"']+@(?:[\w.-]+:\d{1,5}\b|(?:tcp|udp|unix)\()/ },
  { what: 'holds a private key or NATS credentials', pattern: /-----BEGIN (?![A-Z0-9 ]*(?:CERTIFICATE|PUBLIC KEY|CRL|PARAMETERS)\b)/ },
  { what: 'holds the seed of an nkey', pattern: /\bS[ACNOUX][A-Z2-7]{56}\b/ },
  { what: 'holds an access token', pattern: /\b(?:gh[opsru]_|github_pat_|glpat-|xox[abpr]-)(?![xX]+\b)\w[\w-]{9,}|\bAKIA(?!\w*EXAMPLE)[A-Z0-9]{16}\b/ },
  {
    what: 'assigns a password or secret',
    pattern: new RegExp(
      `(?:${SECRET_NAME}|pwd|authorization|[?&](?:[\\w-]{0,40}[-_])?token)["']?\\s*[=:]\\s*["']?(?!${SCHEME_OF_HEADER}(?:${SWITCH}|$|\\$[({]|[{[<]|%\\())[^\\s"'&;,})\\]]`,
      'i'),
  },
  // A list of variables in flow style, or in JSON.
  {
    what: 'assigns a password or secret',
    pattern: new RegExp(`\\bname["']?:\\s*["']?[\\w.-]{0,100}${SECRET_NAME}["']?,\\s*["']?value["']?:\\s*["']?(?!${SWITCH}|\\$[({]|[{[<])[^\\s"',}]`, 'i'),
  },
];

const SECRET_KEY = new RegExp(`(?:^pass|${SECRET_NAME})$`, 'i');

/** Their values say how a password comes to be. */
const HOW_IT_COMES = /ALLOW[-_.]?EMPTY|RANDOM/i;

const WITHOUT_CREDENTIAL = new RegExp(`^(?:${SWITCH})?$`, 'i');

/** Which credential a value holds, as the rest of a sentence; undefined if none is seen. */
export function credentialIn(key: string, value: string): string | undefined {
  const found = CREDENTIALS.find(({ pattern }) => pattern.test(value));
  if (found) return found.what;
  return SECRET_KEY.test(key) && !HOW_IT_COMES.test(key) && !WITHOUT_CREDENTIAL.test(value.trim()) ? 'is a credential by the name of its key' : undefined;
}

const UNPRINTED_KEY = new RegExp(
  `(?:^pass|${SECRET_NAME}|token|seed|nkey|creds?|credential|passphrase|passcode|salt|jwt|\\bpin|[-_.](?:pat|pw|auth|key))s?$`, 'i');

/** Whether a variable or key of this name may hold a credential, so that its value is not printed. */
export function isCredentialName(name: string): boolean {
  return UNPRINTED_KEY.test(name);
}
