import { Attempt } from './attempts';
import { Snapshot } from './snapshot';
import { timesSaid } from './times-said';
import { Finding, sentenceOf } from '../../verify';

/** Corrections that were made at once, and the files before and after. */
export interface Round {
  readonly before: Snapshot;
  readonly attempts: readonly Attempt[];
  readonly after: Snapshot;
}

/** A correction that is to be taken back, and the finding that it brings. */
export interface Culprit {
  readonly attempt: Attempt;
  readonly brings: Finding;
}

/** The last round that brought a finding which there is at the end and was not at the begin. */
export function roundThatBrought(finding: Finding, rounds: readonly Round[]): number {
  const said = sentenceOf(finding);
  const times = ({ verification }: Snapshot): number => timesSaid(said, verification.findings);
  return rounds.map(({ before, after }) => times(before) < times(after)).lastIndexOf(true);
}

/** Corrections of a round without which it brings none of some findings. */
export function culpritsOf({ before, attempts }: Round, findings: readonly Finding[]): Culprit[] {
  const culprits: Culprit[] = [];
  let left = attempts;
  for (const brings of findings) {
    const said = sentenceOf(brings);
    const limit = timesSaid(said, before.verification.findings);
    const isBroughtBy = (some: readonly Attempt[]): boolean => timesSaid(said, before.edited(some).verification.findings) > limit;
    while (isBroughtBy(left)) {
      const attempt = lastOfShortest(left, isBroughtBy);
      culprits.push({ attempt, brings });
      left = left.filter(other => other !== attempt);
    }
  }
  return culprits;
}

/** The last of the first corrections that bring it together, where all of them do. */
function lastOfShortest(attempts: readonly Attempt[], isBroughtBy: (some: readonly Attempt[]) => boolean): Attempt {
  let without = 0;
  let withIt = attempts.length;
  while (withIt - without > 1) {
    const middle = Math.floor((without + withIt) / 2);
    if (isBroughtBy(attempts.slice(0, middle))) withIt = middle;
    else without = middle;
  }
  return attempts[withIt - 1];
}
