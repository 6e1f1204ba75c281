import { Json } from '../../../manifest';

const FACTORS: ReadonlyMap<string, number> = new Map([
  ['n', 1e-9], ['u', 1e-6], ['m', 1e-3], ['', 1], ['k', 1e3], ['M', 1e6], ['G', 1e9], ['T', 1e12], ['P', 1e15], ['E', 1e18],
  ['Ki', 2 ** 10], ['Mi', 2 ** 20], ['Gi', 2 ** 30], ['Ti', 2 ** 40], ['Pi', 2 ** 50], ['Ei', 2 ** 60],
]);

/** The size of a quantity, such as 0.5 for `500m`; undefined for what is none. */
export function quantityOf(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return value;
  const [, number, suffix = ''] = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)([A-Za-z]*)$/.exec(typeof value === 'string' ? value : '') ?? [];
  const factor = FACTORS.get(suffix);
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}
