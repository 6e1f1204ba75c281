/** What the units are worth; a number without one has the first. */
const UNITS = new Map([
  ['', 1], ['m', 1e-3], ['k', 1e3], ['M', 1e6], ['G', 1e9], ['T', 1e12], ['Ki', 2 ** 10], ['Mi', 2 ** 20], ['Gi', 2 ** 30], ['Ti', 2 ** 40],
]);

/** Whether two amounts, such as `1Gi` and `1024Mi`, are the same. */
export function isSameQuantity(one: unknown, other: unknown): boolean {
  return amount(one) === amount(other);
}

/** Whether an amount is no smaller than another one. */
export function isAtLeast(one: unknown, other: unknown): boolean {
  return amount(one) >= amount(other);
}

function amount(text: unknown): number {
  const [, number, unit] = /^([\d.]+)([A-Za-z]*)$/.exec(`${text}`) ?? [];
  return Math.round(Number(number) * (UNITS.get(unit) ?? NaN) * 1e6);
}
