import { Json } from '../../manifest';

const QUANTITY = /^[+-]?(\d+\.?\d*|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/;
const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;
const INT32 = 2 ** 31;

/** What a field of a scalar type takes, in words, and whether a value is one. */
interface Scalar {
  readonly expected: string;
  readonly takes: (value: Json) => boolean;
}

/** The scalar types of the API by their words. */
export const SCALARS: ReadonlyMap<string, Scalar> = new Map(Object.entries({
  string: { expected: 'a text', takes: value => typeof value === 'string' },
  time: { expected: 'a time', takes: value => typeof value === 'string' },
  base64: { expected: 'a text in base64', takes: value => typeof value === 'string' && BASE64.test(value) },
  boolean: { expected: 'true or false', takes: value => typeof value === 'boolean' },
  int32: { expected: 'a whole number', takes: value => Number.isInteger(value) && value as number >= -INT32 && value as number < INT32 },
  int64: { expected: 'a whole number', takes: value => Number.isInteger(value) },
  double: { expected: 'a number', takes: value => typeof value === 'number' },
  number: { expected: 'a number', takes: value => typeof value === 'number' },
  quantity: { expected: 'a quantity such as 100m, 512Mi or 2', takes: value => typeof value === 'number' || (typeof value === 'string' && QUANTITY.test(value)) },
  intOrString: { expected: 'a whole number or a text', takes: value => Number.isInteger(value) || typeof value === 'string' },
} satisfies Record<string, Scalar>));
