import { FieldPath, fieldsOf, Json, listOf, ManifestObject, objectOf } from '../../manifest';
import { CLUSTER_METADATA } from '../cluster-metadata';

/** A field of the input that no prop of a construct stands for. */
export interface LeftField {
  readonly path: FieldPath;
  readonly value: Json;
}

/** The fields of an object that the written code stands for, so that what is left is known. */
export class TakenFields {
  private readonly taken = new Set<string>();
  private readonly above = new Set<string>();

  constructor(readonly object: ManifestObject) {
    for (const field of CLUSTER_METADATA) this.take('metadata', field);
  }

  /** The value of a field, which counts as written from now on, with all below it. */
  take(...path: FieldPath): Json | undefined {
    this.taken.add(key(path));
    for (let i = 0; i < path.length; i++) this.above.add(key(path.slice(0, i)));
    return this.object.get(...path);
  }

  /** What is left, each field as high up as nothing below it is taken. */
  left(): LeftField[] {
    return this.leftBelow([], this.object.value);
  }

  private leftBelow(path: FieldPath, value: Json): LeftField[] {
    if (this.taken.has(key(path)) || isEmpty(value)) return [];
    if (!this.above.has(key(path))) return [{ path, value }];
    const fields = objectOf(value);
    if (fields) return fieldsOf(fields).flatMap(([name, field]) => this.leftBelow([...path, name], field));
    return listOf(value).flatMap((item, i) => this.leftBelow([...path, i], item));
  }
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null;
}

function key(path: FieldPath): string {
  return JSON.stringify(path);
}
