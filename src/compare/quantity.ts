const SUFFIXES: ReadonlyMap<string, { readonly base: bigint; readonly power: number }> = new Map([
  ['', { base: 10n, power: 0 }],
  ['n', { base: 10n, power: -9 }],
  ['u', { base: 10n, power: -6 }],
  ['m', { base: 10n, power: -3 }],
  ['k', { base: 10n, power: 3 }],
  ['M', { base: 10n, power: 6 }],
  ['G', { base: 10n, power: 9 }],
  ['T', { base: 10n, power: 12 }],
  ['P', { base: 10n, power: 15 }],
  ['E', { base: 10n, power: 18 }],
  ['Ki', { base: 2n, power: 10 }],
  ['Mi', { base: 2n, power: 20 }],
  ['Gi', { base: 2n, power: 30 }],
  ['Ti', { base: 2n, power: 40 }],
  ['Pi', { base: 2n, power: 50 }],
  ['Ei', { base: 2n, power: 60 }],
]);

const NANO = 10n ** 9n;

/** Longer texts are no quantities that anybody means, and their numbers would not fit into memory. */
const LONGEST = 50;
const LARGEST_EXPONENT = 50;

/** A Kubernetes quantity (`1000m`, `1Gi`, `1e3`, 0.5) in billionths, the smallest unit there is; undefined for anything else. */
export function quantityInNano(quantity: unknown): bigint | undefined {
  const text = typeof quantity === 'string' || typeof quantity === 'number' ? String(quantity) : '';
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+)|([numkMGTPE]|[KMGTPE]i))?$/.exec(text);
  if (!match || `${match[2]}${match[3] ?? ''}` === '' || text.length > LONGEST) return undefined;
  const [, sign, whole, fraction = '', exponent, suffix = ''] = match;
  const { base, power } = exponent === undefined ? SUFFIXES.get(suffix)! : { base: 10n, power: Number(exponent) };
  if (Math.abs(power) > LARGEST_EXPONENT && exponent !== undefined) return undefined;
  const digits = BigInt(whole + fraction) * NANO * (power >= 0 ? base ** BigInt(power) : 1n);
  const divisor = 10n ** BigInt(fraction.length) * (power < 0 ? base ** BigInt(-power) : 1n);
  const size = (digits + divisor - 1n) / divisor;
  return sign === '-' ? -size : size;
}
