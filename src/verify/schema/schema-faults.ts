import { FIELD_VALUES, MAP_ENTRIES, nameChecks, ValueCheck } from './field-values';
import { KubernetesSchema, SchemaType } from './kubernetes-schema';
import { nearField } from './near-field';
import { SCALARS } from './scalars';
import { SchemaFault } from './schema-fault';
import { FieldPath, fieldsOf, Json, JsonObject, listOf, ManifestObject, objectOf, textOf } from '../../manifest';

const known = new WeakMap<ManifestObject, readonly SchemaFault[]>();

/** Where an object differs from the schema of its kind; nothing for kinds that Kubernetes itself does not serve. */
export function schemaFaults(object: ManifestObject): readonly SchemaFault[] {
  const before = known.get(object);
  if (before) return before;
  const type = KubernetesSchema.instance.typeOf(object.apiVersion, object.kind);
  const faults = type ? new Check().object(object, type) : [];
  known.set(object, faults);
  return faults;
}

/** The check of one object: a walk through value and type at the same time. A null is an absent field to the API server. */
class Check {
  private readonly faults: SchemaFault[] = [];
  private readonly schema = KubernetesSchema.instance;

  object({ value, kind }: ManifestObject, type: SchemaType): readonly SchemaFault[] {
    this.fields(value, type, []);
    const metadata = objectOf(value.metadata);
    const name = metadata?.name ?? null;
    if (name === null && !textOf(metadata?.generateName)) this.faults.push({ fault: 'missing', path: ['metadata'], field: 'name' });
    for (const check of nameChecks(kind)) this.accept(name, check, ['metadata', 'name']);
    return this.faults;
  }

  private fields(object: JsonObject, type: SchemaType, path: FieldPath): void {
    const unknown: string[] = [];
    for (const [field, value] of fieldsOf(object)) {
      const word = type.fields.get(field);
      if (isWrittenByServer(field, word, path)) continue;
      if (word === undefined) unknown.push(field);
      else this.field(value, word, `${type.name}.${field}`, [...path, field]);
    }
    for (const field of unknown) this.faults.push({ fault: 'unknown', path: [...path, field], type: type.name, known: [...type.fields.keys()] });
    for (const field of type.required) {
      if ((object[field] ?? null) === null && !nearField(field, unknown)) this.faults.push({ fault: 'missing', path, field });
    }
  }

  private field(value: Json, word: string, id: string, path: FieldPath): void {
    const before = this.faults.length;
    this.value(value, word, path);
    const check = FIELD_VALUES.get(id);
    if (check && this.faults.length === before) this.accept(value, check, path);
    const entries = MAP_ENTRIES.get(id);
    if (!entries) return;
    for (const [key, text] of fieldsOf(objectOf(value) ?? {})) {
      this.accept(key, entries.keys, [...path, key], 'key');
      if (entries.values) this.accept(text, entries.values, [...path, key]);
    }
  }

  private value(value: Json, word: string, path: FieldPath): void {
    if (value === null || word === 'any') return;
    const scalar = SCALARS.get(word);
    if (scalar) {
      if (!scalar.takes(value)) this.wrongType(value, scalar.expected, path);
    } else if (word.startsWith('[]')) {
      if (!Array.isArray(value)) this.wrongType(value, 'a list', path);
      listOf(value).forEach((item, i) => this.value(item, word.slice(2), [...path, i]));
    } else {
      const object = objectOf(value);
      if (!object) this.wrongType(value, 'an object', path);
      else if (word.startsWith('{}')) this.entries(object, word.slice(2), path);
      else this.fields(object, this.schema.type(word)!, path);
    }
  }

  private entries(object: JsonObject, word: string, path: FieldPath): void {
    for (const [key, value] of fieldsOf(object)) this.value(value, word, [...path, key]);
  }

  private accept(value: Json, { expected, takes }: ValueCheck, path: FieldPath, part: 'key' | 'value' = 'value'): void {
    if (value !== null && !takes(value)) this.faults.push({ fault: 'value', path, part, value, expected });
  }

  private wrongType(value: Json, expected: string, path: FieldPath): void {
    this.faults.push({ fault: 'type', path, expected, found: kindOfValue(value) });
  }
}

/** What an object has that was read from a server: a status is dropped where it is applied. */
function isWrittenByServer(field: string, word: string | undefined, path: FieldPath): boolean {
  return field === 'status' && (path.length === 0 || !!word?.endsWith('Status'));
}

/** The value's type as a person would say it; the value itself may be a secret. */
function kindOfValue(value: Json): string {
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'boolean') return `the boolean ${value}`;
  if (typeof value === 'number') return Number.isInteger(value) ? 'a whole number' : 'a number';
  return Array.isArray(value) ? 'a list' : 'an object';
}
