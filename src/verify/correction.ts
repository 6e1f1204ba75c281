import { Edit } from '../edit';

/** What repairs an observation: edits that do it with certainty, or a decision that only a person can make. */
export type Correction = { readonly edits: readonly Edit[] } | Decision;

/** What has to be decided before an observation can be repaired. */
export interface Decision {
  /** A sentence in the imperative without a full stop: what to decide between, and how to tell it to `migrate`. */
  readonly decide: string;
}
