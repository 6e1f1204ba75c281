import { FieldPath, Json } from '../../manifest';

/** What is wrong with a field of a manifest. */
export type SchemaFault =
  /** A field that the type does not have; `known` are those that it has. */
  | { readonly fault: 'unknown'; readonly path: FieldPath; readonly type: string; readonly known: readonly string[] }
  /** A value of another type. */
  | { readonly fault: 'type'; readonly path: FieldPath; readonly expected: string; readonly found: string }
  /** A field that must be there; the path is that of the object it belongs to. */
  | { readonly fault: 'missing'; readonly path: FieldPath; readonly field: string }
  /** A value of the right type that the API server refuses, or the key of a map, for the part `key`. */
  | { readonly fault: 'value'; readonly path: FieldPath; readonly part: 'key' | 'value'; readonly value: Json; readonly expected: string };
