import { Json, ManifestObject } from '../../manifest';

/** What differs between an object of the input and what the generated app renders of it. */
export interface Difference {
  /** Undefined for an object that is only rendered. */
  readonly before?: ManifestObject;

  /** Undefined for an object that is not rendered. */
  readonly after?: ManifestObject;

  /** The field, as `FieldChange` names it; undefined where the object as a whole is added or missing. */
  readonly field?: { readonly path: string; readonly before?: Json; readonly after?: Json };
}

/** Why something differs: a default of the library, the fix of a finding, or a way of writing that is chosen on purpose. */
export type Explanation =
  | { readonly kind: 'default'; readonly reason: string }
  | { readonly kind: 'fix'; readonly code: string; readonly reason: string }
  | { readonly kind: 'deliberate'; readonly reason: string };

/** A difference that is accounted for. */
export interface ExplainedDifference extends Difference {
  readonly explanation: Explanation;
}
