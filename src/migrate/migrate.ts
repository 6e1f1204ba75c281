import { ManifestSetParts, ReadProblem } from '../manifest';
import { Migration } from './migration';
import { Rule, RULES, VerifyOptions } from '../verify';
import { offersIn } from './private/attempts';
import { Correcting } from './private/correcting';
import { lockedFiles } from './private/locked-files';
import { Snapshot } from './private/snapshot';

/** What a migration works on, and how. */
export interface MigrateProps extends ManifestSetParts {
  /**
   * What is wrong with the files.
   * @default - nothing
   */
  readonly problems?: readonly ReadProblem[];

  /**
   * What the verifier is told.
   * @default - the defaults of the verifier
   */
  readonly options?: Partial<VerifyOptions>;

  /**
   * Codes of the rules whose findings are corrected.
   * @default - all rules
   */
  readonly only?: ReadonlySet<string>;

  /**
   * Files that may not be changed, with the reason as a sentence. Those that could not be read whole need not be told.
   * @default - none
   */
  readonly locked?: ReadonlyMap<string, string>;

  /** @default - all rules */
  readonly rules?: readonly Rule[];
}

/**
 * Corrects what rules are certain of, until nothing is left to correct. A correction after which there is a finding that was not there
 * before is taken back. Pure: reads no files, writes none.
 */
export function migrate({ problems = [], options = {}, rules = RULES, only, locked = new Map(), ...parts }: MigrateProps): Migration {
  const start = new Snapshot({ ...parts, problems, options, rules });
  const correcting = new Correcting(start, { only, locked: lockedFiles(problems, locked) });
  correcting.run();
  const { end } = correcting;
  const { left, failures } = offersIn(end, correcting.limits);
  const { gone, added } = correcting.outcome();
  const { findings, corrections } = end.verification;
  const texts = end.texts();
  const isChosen = ({ code }: { readonly code: string }): boolean => !only || only.has(code);
  return {
    files: [...start.texts()].map(([file, before]) => ({ file, before, after: texts.get(file)! })).filter(({ before, after }) => before !== after),
    corrected: gone,
    left,
    uncorrectable: findings.filter(finding => !corrections.has(finding) && isChosen(finding) && !added.includes(finding)),
    untilApplied: added,
    before: start.verification,
    after: end.verification,
    failures: [...start.verification.failures, ...failures],
  };
}
