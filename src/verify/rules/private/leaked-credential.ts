import { placeholderIn } from './placeholders';
import { credentialIn } from '../../../address/private/credentials';

/** What a setting or an argument holds. */
export interface LeakedCredential {
  /** The rest of a sentence that begins with what holds it. */
  readonly what: string;

  /** Whether there is no doubt. What a file or script seems to assign is uncertain, because its format is not known. */
  readonly certain: boolean;

  /** Where in a text of several lines it stands, in UTF-16 units. */
  readonly offset?: number;
  readonly length?: number;
}

/** What is put in later: `$(NAME)`, `$(a command)`, `${NAME}`, `$NAME`, `{{ … }}`, `<name>`, `%(name)s`, `***`. */
const FILLED_IN = String.raw`(?:\$\((?:[^()]|\([^()]{0,300}\)){0,300}\)|\$\{[^{}]*\}|\$[A-Za-z_]\w*|\{\{[^{}]*\}\}|<[\w .-]+>|%\([\w.-]+\)s|%s|\*{3,}(?!\*))`;

const SCHEME_OF_HEADER = String.raw`(?:(?:Bearer|Basic|Token)\s+)?`;

const FILLED_IN_USER_INFO = new RegExp(String.raw`://(?:[^\s/?#:@"']*|${FILLED_IN}):${FILLED_IN}@|://${FILLED_IN}@`, 'g');

/** As in the data source name of Go: `user:$(PASSWORD)@tcp(host:3306)/db`. */
const FILLED_IN_BEFORE_HOST = new RegExp(String.raw`(^|[\s,;"'/=])[^\s:/@,;"'=]{0,200}:${FILLED_IN}@`, 'g');

// A user's name alone is no credential; for a NATS server it is a token.
const USER_WITHOUT_PASSWORD = /\b(?!(?:nats|tls|wss?):)([a-z][a-z0-9+.-]{0,20}):\/\/[^\s/?#:@"']+@/gi;

const FILLED_IN_ASSIGNMENT = new RegExp(String.raw`([=:]\s*["']?)${SCHEME_OF_HEADER}(?:${FILLED_IN}[-_.:]?)+`, 'gi');

/** A reference to where the credential is kept. */
const REFERENCE = /^(?:vault|op|sm|ref|secret|arn|env|gcp|akv|ssm|projects)[:/+]\S*$/i;

// The whole value says where the credential is, or is too plain to be one: a reference, a path, an address, a number, a word for nothing.
const NO_CREDENTIAL = new RegExp(
  String.raw`^(?:${SCHEME_OF_HEADER}(?:${FILLED_IN})+|(?:file:|\.{0,2}/|[A-Za-z]:\\).*|[a-z]+://[^@\s]*|\d{1,4}|none|null|nil|)$|${REFERENCE.source}`, 'i');

// They hold the name of a Secret, or of a field.
const NAMES_A_SECRET = /(?:pull|tls|existing|external|sealed|ca|cert|k8s|kube|kubernetes|image)[-_.]?secret$/i;

/** They hold where or what it is, not the credential. */
const POINTS_ELSEWHERE = /[-_.](?:arn|path|file|name|ref)$/i;

const TOKEN_KEY = /(?:auth|access|bearer|api|bot|refresh|service|session|nats|github|gitlab|slack|telegram)[-_.]?token$/i;
const TOKEN = /^(?:\S{8,}|(?=\S*\d)(?=\S*[a-z])\S{6,})$/i;

const SECRET_LINE = new RegExp(
  String.raw`(?:password|passwd|[-_.]pass|[-_.]pwd|(?:client|jwt|api|app|shared|signing|webhook|session|auth|hmac)[-_.]?secret|(?:secret|api|private|access)[-_.]?key)$`, 'i');
const ASSIGNED_LINE = /^\s*(?:export\s+|-\s+)?["']?([\w.-]+)["']?\s*[:=]\s*["']?([^"'\s,;]+)["']?[,;]?\s*(?:#.*)?$/;

const SHELL_ASSIGNMENT = /(?:^|[\s;&|])(?:export|set|env)\s+([A-Za-z_]\w*)=["']?([^\s"';&|]+)/g;

/** The configuration of a NATS server names its users in blocks, which may stand in one line. */
const NATS_CONFIG = /^[ \t]*(?:authorization|accounts|leafnodes)[ \t]*[:=]?[ \t]*\{/m;
const NATS_ASSIGNMENT = /(?:^|[{,\s[])["']?(?:password|pass|token)["']?(?:\s*[:=]\s*|\s+)["']?([^\s"',;{}[\]]+)/gi;

/** User info that is no pattern of a script: `sed 's|.*://\([^:]*\):.*@|'`. */
const PLAIN_USER_INFO = /:\/\/[\w.%~+-]*:[^\s/?#@:"'\\()[\]*|$]+@\w/;

const COMMENT = /^\s*(?:#|\/\/|--\s|;)/;
const ASSIGNS = 'assigns a password or secret';

/** The credential that the value of a variable, key or argument holds; undefined if none is seen. */
export function leakedCredential(key: string, value: string): LeakedCredential | undefined {
  const text = value.trim();
  return text.includes('\n') ? inFile(value) : inValue(key, withoutReferences(text));
}

/** The credential that a literal is because of what it is called. */
export function leakedByName(key: string, text: string): LeakedCredential | undefined {
  if (NAMES_A_SECRET.test(key) || POINTS_ELSEWHERE.test(key) || namesField(key, text)) return undefined;
  if (NO_CREDENTIAL.test(text) || placeholderIn(text) !== undefined) return undefined;
  if (TOKEN_KEY.test(key) && TOKEN.test(text)) return { what: 'is a token by its name', certain: true };
  return credentialIn(key, text)?.includes('by the name') ? { what: 'is a credential by its name', certain: true } : undefined;
}

function withoutReferences(text: string): string {
  return text.replace(FILLED_IN_USER_INFO, '://').replace(FILLED_IN_BEFORE_HOST, '$1').replace(USER_WITHOUT_PASSWORD, '$1://').replace(FILLED_IN_ASSIGNMENT, '$1true');
}

function inValue(key: string, literal: string): LeakedCredential | undefined {
  const what = credentialIn('', literal);
  if (what !== undefined && !(what === ASSIGNS && (REFERENCE.test(literal) || POINTS_ELSEWHERE.test(key)))) {
    return placeholderIn(literal) === undefined ? { what, certain: true } : undefined;
  }
  if (inShell(literal)) return { what: ASSIGNS, certain: true };
  return NATS_CONFIG.test(literal) && inNatsConfig(literal) ? { what: ASSIGNS, certain: false } : leakedByName(key, literal);
}

/** Text of several lines is a file or a script, read line by line; what is certain comes first. */
function inFile(text: string): LeakedCredential | undefined {
  const nats = NATS_CONFIG.test(text);
  let uncertain: LeakedCredential | undefined;
  let start = 0;
  for (const line of text.split('\n')) {
    const found = COMMENT.test(line) || placeholderIn(line) !== undefined ? undefined : inLine(withoutReferences(line), nats);
    const leaked = found && { ...found, offset: start + line.search(/\S/), length: line.trim().length };
    if (leaked?.certain) return leaked;
    uncertain ??= leaked;
    start += line.length + 1;
  }
  return uncertain;
}

function inLine(line: string, nats: boolean): LeakedCredential | undefined {
  const what = credentialIn('', line);
  if (what !== undefined && /key or NATS|nkey|access token/.test(what)) return { what, certain: true };
  if (what?.includes('user info') && PLAIN_USER_INFO.test(line)) return { what, certain: true };
  return assignsCredential(line) || inShell(line) || nats && inNatsConfig(line) ? { what: ASSIGNS, certain: false } : undefined;
}

function assignsCredential(line: string): boolean {
  const [, name, value] = ASSIGNED_LINE.exec(line) ?? [];
  if (value === undefined || !isLiteral(value)) return false;
  return SECRET_LINE.test(name) || TOKEN_KEY.test(name) && TOKEN.test(value) && /\d/.test(value);
}

function inShell(text: string): boolean {
  return [...text.matchAll(SHELL_ASSIGNMENT)].some(([, name, value]) => leakedByName(name, value) !== undefined);
}

function inNatsConfig(line: string): boolean {
  return [...line.replace(/\s(?:#|\/\/).*$/, '').matchAll(NATS_ASSIGNMENT)].some(([, value]) => isLiteral(value));
}

/** Whether a value of a file is no reference, no word of a language, and no `field.of.an.object`. */
function isLiteral(value: string): boolean {
  return !NO_CREDENTIAL.test(value) && !/^(?:true|false|yes|no|on|off|string|str|(?!eyJ)[a-z_]\w*(?:\.[a-z_]\w*)+)$/i.test(value)
    && !value.includes('$') && placeholderIn(value) === undefined;
}

/** Whether a value is the name of a field that its own name repeats: `CLIENT_SECRET_KEY=client-secret`. */
function namesField(key: string, text: string): boolean {
  const letters = (name: string): string => name.toLowerCase().replace(/[-_.]/g, '');
  return /(?:secret|password|token)[-_.]?key$/i.test(key) && /^[A-Za-z][A-Za-z._-]*$/.test(text) && /[-_.]|[a-z][A-Z]/.test(text) && letters(key).includes(letters(text));
}
