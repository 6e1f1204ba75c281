/** A value as JSON has it: what YAML is to Kubernetes. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** The value as an object; undefined for everything else, so that manifests of any shape can be walked. */
export function objectOf(value: Json | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as JsonObject : undefined;
}

/** The fields of an object. */
export function fieldsOf(object: JsonObject): [string, Json][] {
  return Object.entries(object) as [string, Json][];
}

/** The value as a list; empty for everything else. */
export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** The value as text; undefined for everything else. */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The value as a number; undefined for everything else. */
export function numberOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** The texts of an object, as labels and the data of a ConfigMap are; values of other types are left out. */
export function textsOf(value: Json | undefined): Readonly<Record<string, string>> {
  const texts: Record<string, string> = Object.create(null);
  for (const [key, text] of Object.entries(objectOf(value) ?? {})) {
    if (typeof text === 'string') texts[key] = text;
  }
  return texts;
}

/** The value below a path; undefined where there is none. */
export function valueAt(value: Json | undefined, path: readonly (string | number)[]): Json | undefined {
  let at = value;
  for (const step of path) at = typeof step === 'number' ? listOf(at)[step] : ownValue(objectOf(at), step);
  return at;
}

function ownValue(object: JsonObject | undefined, key: string): Json | undefined {
  return object && Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined;
}
