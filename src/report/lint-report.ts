import { ReadProblem } from '../manifest';
import { Rule, Verification } from '../verify';

/** What a lint run found, as the formats take it. */
export interface LintReport extends Omit<Verification, 'facts'> {
  /** How many files were read. */
  readonly files: number;

  /** Files of folders that hold no manifests. */
  readonly skipped: readonly string[];

  /** Files that could not be read. */
  readonly unread: readonly ReadProblem[];

  /** How many objects were linted. */
  readonly objects: number;

  /** The rules of the run, for formats that describe them. */
  readonly rules: readonly Rule[];

  /** Version of this program. */
  readonly version: string;

  /** The folder that absolute paths are made relative to, for formats that other programs read. */
  readonly base: string;

  /** The text of a file that a finding stands in. */
  readonly sourceOf: (file: string) => string | undefined;
}
