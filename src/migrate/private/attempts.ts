import { EditRefusal, editsAtOnce, planEdits, PlannedEdits } from '../../edit';
import { Finding, RuleFailure, sentenceOf } from '../../verify';
import { LeftFinding } from '../migration';
import { Snapshot } from './snapshot';

/** A finding with the edits that correct it. */
export interface Attempt extends PlannedEdits {
  readonly finding: Finding;
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
  /** Those that can be made at once. There are none only where all that the rules offer is left. */
  readonly attempts: readonly Attempt[];
  readonly left: readonly LeftFinding[];
  readonly failures: readonly RuleFailure[];
}

/** The corrections of the findings of a snapshot, as far as nothing is against them. */
export function offersIn({ verification, set }: Snapshot, limits: Limits): Offers {
  const own = new Set(set.objects.map(({ document }) => document.file));
  const attempts: Attempt[] = [];
  const left = new Map<Finding, LeftFinding['why']>();
  const failures: RuleFailure[] = [];
  for (const [finding, correct] of verification.corrections) {
    if (limits.only && !limits.only.has(finding.code)) continue;
    try {
      const correction = correct();
      if ('decide' in correction) {
        left.set(finding, correction);
        continue;
      }
      const plan = planEdits(correction.edits);
      const reason = obstacle(finding, plan, own, limits);
      if (reason === undefined) attempts.push({ finding, ...plan });
      else left.set(finding, { reason });
    } catch (error) {
      if (error instanceof EditRefusal) left.set(finding, { reason: refusal(error) });
      else failures.push({ code: finding.code, object: finding.object, error });
    }
  }
  const { made, refused } = editsAtOnce(attempts);
  refused.forEach((error, { finding }) => left.set(finding, { reason: refusal(error) }));
  const inOrder = [...verification.corrections.keys()].filter(finding => left.has(finding));
  return { attempts: made, left: inOrder.map(finding => ({ finding, why: left.get(finding)! })), failures };
}

function obstacle(finding: Finding, { splices }: PlannedEdits, own: ReadonlySet<string>, { locked, takenBack }: Limits): string | undefined {
  const files = splices.map(({ file }) => file);
  const foreign = files.find(file => !own.has(file));
  if (foreign !== undefined) return `what is to be changed stands in ${foreign}, which tells the state of the cluster`;
  return takenBack.get(sentenceOf(finding)) ?? files.map(file => locked.get(file)).find(reason => reason !== undefined);
}

function refusal({ message, position: { file, line } }: EditRefusal): string {
  return `${file}:${line} ${message}`;
}
