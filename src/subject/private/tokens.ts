/** What a dotted name is called in errors, and which tokens it may have beside literal ones. */
export interface TokenRules {
  readonly what: string;
  readonly wildcards: boolean;
  readonly placeholders: boolean;
}

/** First tokens that NATS and its clients use themselves; everything else that begins with `$` is reserved. */
const SYSTEM_TOKENS = ['$SYS', '$JS', '$KV', '$O', '$SRV', '$MQTT'];

// The server refuses space, tab, CR, LF and FF, and in pedantic mode NUL and broken UTF-8; the rest of these is as invisible.
const INVISIBLE = /[\s\p{C}\uFFFD]/u;

/** Whether the program fills the token in, e.g. `{strategy}`. */
export function isPlaceholder(token: string): boolean {
  return token.startsWith('{');
}

/** Whether the token stands for one token (`*`) or for all that follow (`>`). */
export function isWildcard(token: string): boolean {
  return token === '*' || token === '>';
}

/** Whether the other side of the subject is the NATS server or a client library. */
export function isSystemSubject(text: string): boolean {
  return text.startsWith('$');
}

/**
 * Refuses what nobody sees in a manifest.
 * @throws if the text is empty or holds whitespace or a control character
 */
export function requireVisible(what: string, text: string): void {
  if (text === '') throw new Error(`${what} is empty; write tokens separated by dots, e.g. binance.klines`);
  if (INVISIBLE.test(text)) {
    throw new Error(`${what} ${JSON.stringify(text)} holds whitespace or a control character; write visible characters only`);
  }
}

/**
 * The tokens of a dotted name, by the rules of nats-server (`IsValidSubject`, `IsValidLiteralSubject`) and stricter where it takes a mistake literally.
 * @throws if the name breaks a rule
 */
export function checkedTokens(text: string, rules: TokenRules): string[] {
  requireVisible(rules.what, text);
  const tokens = text.split('.');
  const named = `${rules.what} "${text}"`;
  if (tokens.includes('')) {
    throw new Error(`${named} has an empty token; write single dots between tokens, e.g. ${tokens.filter(token => token !== '').join('.') || 'a.b'}`);
  }
  if (isSystemSubject(text) && !SYSTEM_TOKENS.includes(tokens[0])) {
    throw new Error(`${named} begins with ${tokens[0]}: names with $ are reserved, and no variable is replaced here; ` +
      `write the name itself, or one of ${SYSTEM_TOKENS.join(', ')}`);
  }
  tokens.forEach((token, i) => checkToken(named, token, i === tokens.length - 1, rules));
  return tokens;
}

function checkToken(named: string, token: string, last: boolean, rules: TokenRules): void {
  if (isWildcard(token)) return checkWildcard(named, token, last, rules);
  // Before the wildcards inside a token: ${A} and <a> are attempts at a placeholder.
  if (/[{}<]|\$\(/.test(token)) return checkPlaceholder(named, token, rules);
  if (/[*>]/.test(token)) {
    throw new Error(`${named} has ${token}: inside a token NATS takes * and > literally; write them as whole tokens of a SubjectPattern, e.g. a.*`);
  }
}

function checkWildcard(named: string, token: string, last: boolean, rules: TokenRules): void {
  if (!rules.wildcards) {
    throw new Error(`${named} has the wildcard ${token}, which only subscribers may use; ` +
      'write SubjectPattern.of for a subscription, or a placeholder such as {strategy} for a token that the program fills in');
  }
  if (token === '>' && !last) throw new Error(`${named} has > before its end; write > as the last token, or * for a single one`);
}

function checkPlaceholder(named: string, token: string, rules: TokenRules): void {
  if (!rules.placeholders) throw new Error(`${named} has ${token}, which nothing fills in; write a fixed name`);
  if (!/^\{[A-Za-z_][A-Za-z0-9_-]*\}$/.test(token)) {
    throw new Error(`${named} has ${token}; write a token that the program fills in as a whole token, e.g. {strategy}`);
  }
}
