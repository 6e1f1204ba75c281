import { Json } from './json';

const WORDS: ReadonlyMap<string, boolean | null | number> = new Map<string, boolean | null | number>([
  ...['', '~', 'null', 'Null', 'NULL'].map(word => [word, null] as const),
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(word => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(word => [word, false] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map(word => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map(word => [word, -Infinity] as const),
  ...['.nan', '.NaN', '.NAN'].map(word => [word, NaN] as const),
]);

const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const INTEGER = /^([-+]?)0(?:([xXbB])([0-9a-fA-F]+)|[oO]?([0-7]+))$/;

/** Beyond these, an integer is none to kubectl; one without a sign may take 64 bits. */
const [LEAST, MOST, MOST_UNSIGNED] = [-(2n ** 63n), 2n ** 63n - 1n, 2n ** 64n - 1n];

/**
 * What kubectl takes an unquoted scalar for: YAML 1.1 as go-yaml v2 reads it, on its way to JSON. `yes` is true, `010` is eight and
 * `1_000` a thousand, but dates and `1:30` stay texts. JSON has no place for `.inf` and `.nan`: the result is then not finite.
 */
export function plainScalar(text: string): Json {
  const first = text.charCodeAt(0);
  if (isLetterOfNoWord(first)) return text;
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  return isStartOfNumber(first) ? numberIn(text) : text;
}

function numberIn(text: string): Json {
  const digits = withoutUnderscores(text);
  const integer = integerIn(digits);
  if (integer !== undefined) return integer;
  if (!FLOAT.test(digits)) return text;
  const number = Number(digits);
  return Number.isFinite(number) ? zeroIsPlain(number) : text;
}

/** Behind a dot at the begin, kubectl lets an underscore stand between two digits alone. */
function withoutUnderscores(text: string): string {
  if (!text.includes('_')) return text;
  return text[0] === '.' ? text.replace(/(?<=[0-9])_(?=[0-9])/g, '') : text.replace(/_/g, '');
}

/** An integer in another base than ten; what is too long for one may still be a decimal number. */
function integerIn(text: string): number | undefined {
  const found = INTEGER.exec(text);
  if (!found) return undefined;
  const [, sign, base = 'o', others, octal] = found;
  if (/b/i.test(base) && /[^01]/.test(others)) return undefined;
  const size = BigInt(`0${base}${others ?? octal}`);
  const value = sign === '-' ? -size : size;
  return value >= LEAST && value <= (sign === '' ? MOST_UNSIGNED : MOST) ? Number(value) : undefined;
}

function zeroIsPlain(number: number): number {
  return number === 0 ? 0 : number;
}

/** Most texts of a manifest begin with a letter that none of the words begins with. */
function isLetterOfNoWord(code: number): boolean {
  return (code >= 97 && code <= 122 || code >= 65 && code <= 90) && !'yntfoYNTFO'.includes(String.fromCharCode(code));
}

function isStartOfNumber(code: number): boolean {
  return code >= 48 && code <= 57 || code === 43 || code === 45 || code === 46;
}
