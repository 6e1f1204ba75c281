import { FieldPath } from './field-path';
import { Json, JsonObject, objectOf, textOf, textsOf, valueAt } from './json';
import { Position } from './position';
import { SourceDocument } from './source-document';
import { Within } from './within';

/** Whether an object is linted, or stands beside the linted ones as what the cluster holds. */
export type ObjectOrigin = 'files' | 'state';

/** A Kubernetes object of a set of manifests, with the way back to its file. */
export class ManifestObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;

  /** The API group, empty for the core group. */
  readonly group: string;

  /** `namespace/Kind/name`, or `/Kind/name` without a namespace. */
  readonly id: string;

  private ownLabels?: Readonly<Record<string, string>>;

  /**
   * @param root  where the object stands in its document: the item of a `kind: List`, else empty
   * @param namespace  the object's own or the default; empty without a namespace, and for what has none
   */
  constructor(
    readonly document: SourceDocument,
    readonly root: FieldPath,
    readonly value: JsonObject,
    readonly namespace: string,
    readonly origin: ObjectOrigin,
  ) {
    this.apiVersion = textOf(value.apiVersion) ?? '';
    this.kind = textOf(value.kind) ?? '';
    this.name = textOf(valueAt(value, ['metadata', 'name'])) ?? '';
    this.group = groupOf(this.apiVersion);
    this.id = `${namespace}/${this.kind}/${this.name}`;
  }

  get labels(): Readonly<Record<string, string>> {
    return this.ownLabels ??= textsOf(this.get('metadata', 'labels'));
  }

  get annotations(): Readonly<Record<string, string>> {
    return textsOf(this.get('metadata', 'annotations'));
  }

  /** The value of a field; undefined where there is none. */
  get(...path: FieldPath): Json | undefined {
    return valueAt(this.value, path);
  }

  /** The value of a field that is an object. */
  object(...path: FieldPath): JsonObject | undefined {
    return objectOf(this.get(...path));
  }

  /** A field as a finding points at it. */
  at(...path: FieldPath): Place {
    return { object: this, path };
  }

  /** Where a field stands in the file; where there is no such field, the nearest one above it. */
  position(path: FieldPath = [], within: Within = {}): Position {
    return this.document.position([...this.root, ...path], within);
  }

  /** A scalar as it is written, with its quotes; undefined for anything else. May be a Secret's. */
  written(path: FieldPath): string | undefined {
    return this.document.written([...this.root, ...path]);
  }
}

/** The group of an API version, empty for the core group. */
export function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}

/** A field of an object, as a finding points at it. */
export interface Place extends Within {
  readonly object: ManifestObject;
  readonly path: FieldPath;
}
