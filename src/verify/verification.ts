import { Correction } from './correction';
import { Facts, Unchecked } from './facts/facts';
import { Finding, FindingObject } from './finding';

/** A finding that a suppression leaves out. */
export interface SuppressedFinding extends Finding {
  readonly suppression: { readonly by: 'annotation' | 'config'; readonly reason: string };
}

/** A rule that broke down: an error of this program, not of the manifests. */
export interface RuleFailure {
  readonly code: string;

  /** The object at which it did, where one can be told. */
  readonly object?: FindingObject;
  readonly error: unknown;
}

/** The result of a verification. */
export interface Verification {
  /** In the order of files and lines. */
  readonly findings: readonly Finding[];

  /** What repairs findings in the files, where a rule is certain or says what has to be decided. */
  readonly corrections: ReadonlyMap<Finding, () => Correction>;

  /** In the same order. */
  readonly suppressed: readonly SuppressedFinding[];

  /** What could not be checked, since the facts for it are in neither the files nor the state. */
  readonly unchecked: readonly Unchecked[];

  /** Rules that broke down; what they had found before is left out. */
  readonly failures: readonly RuleFailure[];

  /** What the rules looked at, for those who decide more than findings. */
  readonly facts: Facts;
}
