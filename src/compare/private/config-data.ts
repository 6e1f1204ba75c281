import { Json, ManifestObject, objectOf } from '../../manifest';

/** The value of a key of a ConfigMap or Secret. */
export interface ConfigValue {
  readonly field: 'data' | 'stringData' | 'binaryData';

  /** The same for the same value, in whichever field it stands. May hold a Secret's value: never print it. */
  readonly same: string;
}

const FIELDS = ['data', 'binaryData', 'stringData'] as const;

/** The values of a ConfigMap or Secret by their keys. */
export function configData(object: ManifestObject | undefined): ReadonlyMap<string, ConfigValue> {
  const values = new Map<string, ConfigValue>();
  for (const field of FIELDS) {
    for (const [key, value] of Object.entries(objectOf(object?.get(field)) ?? {})) {
      values.set(key, { field, same: isPlain(object, field) ? base64(value) : encoded(value) });
    }
  }
  return values;
}

/** The keys that are not the same in two forms of a ConfigMap or Secret. */
export function changedKeys(before: ReadonlyMap<string, ConfigValue>, after: ReadonlyMap<string, ConfigValue>): string[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter(key => before.get(key)?.same !== after.get(key)?.same);
}

function isPlain(object: ManifestObject | undefined, field: string): boolean {
  return field === 'stringData' || (object?.kind === 'ConfigMap' && field === 'data');
}

function base64(value: Json | undefined): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64');
}

/** Base64 may be written in several lines. */
function encoded(value: Json | undefined): string {
  return typeof value === 'string' ? value.replace(/\s/g, '') : JSON.stringify(value);
}
