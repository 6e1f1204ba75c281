import * as fc from 'fast-check';
import { checkedTokens, isPlaceholder, isSystemSubject, isWildcard, requireVisible } from '../../../src/subject/private/tokens';

const literal = { what: 'subject', wildcards: false, placeholders: true };
const pattern = { what: 'pattern', wildcards: true, placeholders: true };
const fixed = { what: 'queue group', wildcards: false, placeholders: false };

test('a dotted name is split into its tokens', () => {
  expect(checkedTokens('intent.trading.{strategy}', literal)).toEqual(['intent', 'trading', '{strategy}']);
});

test('hyphen, underscore, digits and letters of any script are taken', () => {
  expect(checkedTokens('gap-filler.gap_filler.1m.São', literal)).toHaveLength(4);
});

test('an empty name is refused', () => {
  expect(() => checkedTokens('', literal)).toThrow('subject is empty; write tokens separated by dots');
});

test.each(['.a', 'a.', 'a..b', '.'])('%p has an empty token', text => {
  expect(() => checkedTokens(text, literal)).toThrow(`subject "${text}" has an empty token; write single dots`);
});

test('the message for an empty token shows the name without it', () => {
  expect(() => checkedTokens('x..y', literal)).toThrow('e.g. x.y');
  expect(() => checkedTokens('.', literal)).toThrow('e.g. a.b');
});

test.each(['a b', 'a\t', '\na', 'a\u0000', 'a\u200b', 'a\u00a0b', 'a\ufffd', 'a\ud800'])('%j holds something invisible', text => {
  expect(() => checkedTokens(text, literal)).toThrow('holds whitespace or a control character');
});

test('an invisible character is shown escaped', () => {
  expect(() => requireVisible('value', 'a\n')).toThrow('value "a\\n" holds');
});

test.each(['*', 'a.*', 'a.*.b', 'a.>'])('%p is refused where only literals are allowed', text => {
  expect(() => checkedTokens(text, literal)).toThrow('which only subscribers may use; write SubjectPattern.of');
});

test.each(['*', '>', 'a.*.b', '*.*.>'])('%p is a pattern', text => {
  expect(checkedTokens(text, pattern)).toEqual(text.split('.'));
});

test('> before the end is refused', () => {
  expect(() => checkedTokens('a.>.b', pattern)).toThrow('pattern "a.>.b" has > before its end');
});

test.each(['a*b', 'a.b*', 'a.>>', '**'])('%p has a wildcard inside a token, also in a pattern', text => {
  expect(() => checkedTokens(text, pattern)).toThrow('inside a token NATS takes * and > literally');
  expect(() => checkedTokens(text, literal)).toThrow('inside a token NATS takes * and > literally');
});

test.each(['a.{}', 'a.x{y}', 'a.{y}x', 'a.{1x}', 'a.{x', 'a.${X}', 'a.{{x}}', 'a.<x>', 'a.$(X)', 'a.x}'])('%p has no placeholder of ours', text => {
  expect(() => checkedTokens(text, literal)).toThrow('write a token that the program fills in as a whole token, e.g. {strategy}');
});

test('a placeholder is refused where nothing fills it in', () => {
  expect(() => checkedTokens('a.{x}', fixed)).toThrow('queue group "a.{x}" has {x}, which nothing fills in');
});

test.each(['$SYS.ACCOUNT.$G.CONNECT', '$JS.API.STREAM.NAMES', '$KV.bucket.key', '$O.bucket', '$SRV.PING', '$MQTT.sub'])('%p is taken', text => {
  expect(checkedTokens(text, literal)).toEqual(text.split('.'));
});

test.each(['$PREFIX.klines', '${PREFIX}.klines', '$(PREFIX).klines', '$SYSTEM.a', '$'])('%p looks like a variable and is refused', text => {
  expect(() => checkedTokens(text, literal)).toThrow('names with $ are reserved, and no variable is replaced here');
});

test('a refused $ comes with the names of the system that are taken', () => {
  expect(() => checkedTokens('$PREFIX.klines', literal)).toThrow('write the name itself, or one of $SYS, $JS, $KV, $O, $SRV, $MQTT');
});

test('a token in braces is a placeholder, * and > are wildcards, others are neither', () => {
  expect(['{x}', '*', '>', 'a'].map(isPlaceholder)).toEqual([true, false, false, false]);
  expect(['{x}', '*', '>', 'a'].map(isWildcard)).toEqual([false, true, true, false]);
});

test('a name that begins with $ belongs to the system', () => {
  expect(['$SYS.a', 'a.$SYS'].map(isSystemSubject)).toEqual([true, false]);
});

const anyText = fc.array(fc.constantFrom('a', 'Z', '9', '.', '*', '>', ' ', '\t', '\f', '\0', '{', '}', '$', '-', 'é'), { maxLength: 8 })
  .map(parts => parts.join(''));

test('every literal name that is taken may be published by the rules of nats-server', () => {
  fc.assert(fc.property(anyText, text => {
    if (taken(text, fixed)) expect(serverTakes(text) && !text.split('.').some(token => token === '*' || token === '>')).toBe(true);
  }));
});

test('every pattern that is taken may be subscribed to by the rules of nats-server', () => {
  fc.assert(fc.property(anyText, text => {
    if (taken(text, pattern)) expect(serverTakes(text)).toBe(true);
  }));
});

test('every name of letters that nats-server takes is taken', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('a', 'b', '.', '-'), { maxLength: 8 }).map(parts => parts.join('')), text => {
    expect(taken(text, fixed)).toBe(serverTakes(text));
  }));
});

function taken(text: string, rules: typeof literal): boolean {
  try {
    checkedTokens(text, rules);
    return true;
  } catch {
    return false;
  }
}

/** What nats-server's IsValidSubject says, written naively. */
function serverTakes(text: string): boolean {
  const tokens = text.split('.');
  return tokens.every((token, i) => token.length > 0 && !/[\t\n\f\r \0]/.test(token) && (token !== '>' || i === tokens.length - 1));
}
