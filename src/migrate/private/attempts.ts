import { EditRefusal, Splice, splicesOf } from '../../edit';
import { Finding, RuleFailure } from '../../verify';
import { LeftFinding } from '../migration';
import { sentence } from './match-findings';
import { Snapshot } from './snapshot';

/** A finding with the replacements that correct it. */
export interface Attempt {
  readonly finding: Finding;
  readonly splices: readonly Splice[];
}

/** What a migration is to leave as it is. */
export interface Limits {
  /** Codes of the rules whose findings are corrected; undefined for all. */
  readonly only?: ReadonlySet<string>;

  /** Files that may not be changed, with the reason. */
  readonly locked: ReadonlyMap<string, string>;

  /** Findings whose correction was taken back, by what they say, with the reason. */
  readonly takenBack: ReadonlyMap<string, string>;
}

/** What the rules offer for the findings of a snapshot. */
export interface Offers {
  readonly attempts: readonly Attempt[];
  readonly left: readonly LeftFinding[];
  readonly failures: readonly RuleFailure[];
}

/** The corrections of the findings of a snapshot, as far as nothing is against them. */
export function offersIn({ verification, set }: Snapshot, limits: Limits): Offers {
  const own = new Set(set.objects.map(({ document }) => document.file));
  const attempts: Attempt[] = [];
  const left: LeftFinding[] = [];
  const failures: RuleFailure[] = [];
  for (const [finding, correct] of verification.corrections) {
    if (limits.only && !limits.only.has(finding.code)) continue;
    try {
      const correction = correct();
      if ('decide' in correction) {
        left.push({ finding, why: correction });
        continue;
      }
      const splices = splicesOf(correction.edits);
      const reason = obstacle(finding, splices, own, limits);
      if (reason === undefined) attempts.push({ finding, splices });
      else left.push({ finding, why: { reason } });
    } catch (error) {
      if (error instanceof EditRefusal) left.push({ finding, why: { reason: refusal(error) } });
      else failures.push({ code: finding.code, object: finding.object, error });
    }
  }
  return { attempts, left, failures };
}

function obstacle(finding: Finding, splices: readonly Splice[], own: ReadonlySet<string>, { locked, takenBack }: Limits): string | undefined {
  const files = splices.map(({ file }) => file);
  const foreign = files.find(file => !own.has(file));
  if (foreign !== undefined) return `what is to be changed stands in ${foreign}, which tells the state of the cluster`;
  return takenBack.get(sentence(finding)) ?? files.map(file => locked.get(file)).find(reason => reason !== undefined);
}

function refusal({ message, position: { file, line } }: EditRefusal): string {
  return `${file}:${line} ${message}`;
}
