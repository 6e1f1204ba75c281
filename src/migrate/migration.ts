import { Finding, RuleFailure, Verification } from '../verify';

/** A file, before and after its corrections. The texts lack the byte order mark. */
export interface ChangedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** A finding that stays although its rule offers something, and why. */
export interface LeftFinding {
  readonly finding: Finding;

  /** What has to be decided, as an imperative, or why it is not corrected, as a sentence; without a full stop. */
  readonly why: { readonly decide: string } | { readonly reason: string };
}

/** What corrections make of manifests. */
export interface Migration {
  /** The changed files, in their order. */
  readonly files: readonly ChangedFile[];

  /** The findings that are gone, in their order. */
  readonly corrected: readonly Finding[];

  /** What has to be decided, and what could not be corrected. */
  readonly left: readonly LeftFinding[];

  /** Findings of rules that are certain of no correction; with chosen rules, of those alone. */
  readonly uncorrectable: readonly Finding[];

  /** New findings that only say that the cluster holds other values: they go when the files are applied. */
  readonly untilApplied: readonly Finding[];

  /** What the verifier says of the files as they are. */
  readonly before: Verification;

  /** What it says of the corrected ones. */
  readonly after: Verification;

  /** Rules that broke down. */
  readonly failures: readonly RuleFailure[];
}
