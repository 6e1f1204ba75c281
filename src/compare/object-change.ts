import { Json, ManifestObject } from '../manifest';

/** A difference in meaning between two forms of an object. */
export interface FieldChange {
  /** The field, with names in the place of indexes: `spec.template.spec.containers[api].env[NATS_URL].value`. */
  readonly path: string;

  /** Undefined where the field is not there. */
  readonly before?: Json;

  /** Undefined where the field is not there. */
  readonly after?: Json;
}

/** What became of an object between two sets of manifests. */
export interface ObjectChange {
  readonly kind: 'added' | 'removed' | 'changed';

  /** Undefined for one that was added. */
  readonly before?: ManifestObject;

  /** Undefined for one that was removed. */
  readonly after?: ManifestObject;

  /** What differs in a changed one, in the order of the fields; empty for the others. */
  readonly fields: readonly FieldChange[];
}
