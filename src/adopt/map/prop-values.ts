import { duration } from './amounts';
import { TakenFields } from './taken-fields';
import { FieldPath } from '../../manifest';
import { Expression, literal } from '../code';

/** A prop of a construct; one without a value is not written. */
export type Prop = readonly [name: string, value: Expression | undefined];

/** Why a field is there that Kubernetes would set. */
export const WRITTEN_OUT = 'written out with the value that Kubernetes takes anyway';

/** Why the status is not there. */
export const STATUS = 'the status is what the cluster writes';

/** A field in seconds as a `Duration`; nothing where the construct takes the same by itself. */
export function durationProp(fields: TakenFields, path: FieldPath, standard?: number): Expression | undefined {
  const value = fields.object.get(...path);
  const expression = duration(value);
  if (expression) fields.take(...path);
  return value === standard ? undefined : expression;
}

/** A field of one type as it is; nothing where the construct takes the same by itself. */
export function scalarProp(fields: TakenFields, path: FieldPath, type: 'string' | 'number' | 'boolean', standard?: string | number | boolean): Expression | undefined {
  const value = fields.object.get(...path);
  if (typeof value !== type) return undefined;
  fields.take(...path);
  return value === standard ? undefined : literal(value!);
}

/** An object that says something. */
export function nonEmpty(expression: Expression): Expression | undefined {
  return expression.kind === 'object' && expression.entries.length > 0 ? expression : undefined;
}
