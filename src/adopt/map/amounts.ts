import { Json } from '../../manifest';
import { call, Expression, imported, literal } from '../code';

const DURATION_UNITS = [['days', 86400], ['hours', 3600], ['minutes', 60], ['seconds', 1]] as const;

/** A field in seconds as a `Duration`; undefined for what is none. */
export function duration(value: Json | undefined): Expression | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) return undefined;
  const [unit, seconds] = DURATION_UNITS.find(([, length]) => value >= length && value % length === 0) ?? ['seconds', 1];
  return call(imported('cdk8s', 'Duration'), unit, literal(value / seconds));
}

/** A quantity of CPU; undefined where cdk8s-plus cannot spell it. */
export function cpu(value: Json | undefined): Expression | undefined {
  const [, amount, milli] = /^(\d+(?:\.\d+)?)(m?)$/.exec(typeof value === 'number' ? `${value}` : typeof value === 'string' ? value : '') ?? [];
  if (amount === undefined || Number(amount) === 0) return undefined;
  return call(imported('cdk8s-plus-28', 'Cpu'), milli ? 'millis' : 'units', literal(Number(amount)));
}

/** A quantity of memory; undefined where cdk8s-plus cannot spell it. */
export function memory(value: Json | undefined): Expression | undefined {
  const [, amount, unit] = /^([1-9]\d*)(Mi|Gi)$/.exec(typeof value === 'string' ? value : '') ?? [];
  if (amount === undefined) return undefined;
  return call(imported('cdk8s', 'Size'), unit === 'Mi' ? 'mebibytes' : 'gibibytes', literal(Number(amount)));
}
