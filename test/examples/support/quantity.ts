const SUFFIXES: Record<string, { readonly base: bigint; readonly power: number }> = {
  '': { base: 10n, power: 0 },
  'n': { base: 10n, power: -9 },
  'u': { base: 10n, power: -6 },
  'm': { base: 10n, power: -3 },
  'k': { base: 10n, power: 3 },
  'M': { base: 10n, power: 6 },
  'G': { base: 10n, power: 9 },
  'T': { base: 10n, power: 12 },
  'P': { base: 10n, power: 15 },
  'E': { base: 10n, power: 18 },
  'Ki': { base: 2n, power: 10 },
  'Mi': { base: 2n, power: 20 },
  'Gi': { base: 2n, power: 30 },
  'Ti': { base: 2n, power: 40 },
  'Pi': { base: 2n, power: 50 },
  'Ei': { base: 2n, power: 60 },
};

const NANO = 10n ** 9n;

/** A Kubernetes quantity (`1000m`, `1Gi`, `1e3`, 0.5) in billionths, the smallest unit there is; undefined for anything else. */
export function quantityInNano(quantity: unknown): bigint | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+)|([numkMGTPE]|[KMGTPE]i))?$/.exec(String(quantity));
  if (!match || `${match[2]}${match[3] ?? ''}` === '') return undefined;
  const [, sign, whole, fraction = '', exponent, suffix = ''] = match;
  const { base, power } = exponent === undefined ? SUFFIXES[suffix] : { base: 10n, power: Number(exponent) };
  const digits = BigInt(whole + fraction) * NANO * (power >= 0 ? base ** BigInt(power) : 1n);
  const divisor = 10n ** BigInt(fraction.length) * (power < 0 ? base ** BigInt(-power) : 1n);
  const size = (digits + divisor - 1n) / divisor;
  return sign === '-' ? -size : size;
}
