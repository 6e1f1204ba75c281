import { Attempt, Limits, offersIn } from './attempts';
import { culpritsOf, Round, roundThatBrought } from './blame';
import { Snapshot } from './snapshot';
import { timesSaid } from './times-said';
import { Finding, PairedFindings, pairFindings, sentenceOf } from '../../verify';

/** More rounds than corrections of corrections can need, beside one for each finding where all corrections are at one place. */
const ROUNDS = 30;

/** The way from the files as they are to those in which nothing is left to correct. */
export class Correcting {
  private readonly takenBack = new Map<string, string>();
  private rounds: readonly Round[] = [];

  constructor(private readonly start: Snapshot, private readonly given: Omit<Limits, 'takenBack'>) {}

  get limits(): Limits {
    return { ...this.given, takenBack: this.takenBack };
  }

  get end(): Snapshot {
    return this.rounds.at(-1)?.after ?? this.start;
  }

  /** The findings at the end beside those at the start; of the added ones, some only say that the files are not applied yet. */
  outcome(): PairedFindings & { readonly forGood: readonly Finding[] } {
    const { findings } = this.start.verification;
    const paired = pairFindings(findings, this.end.verification.findings, 'object');
    if (paired.added.length === 0) return { ...paired, forGood: [] };
    const applied = pairFindings(findings, this.end.applied(this.start).verification.findings, 'object');
    const stays = new Set(applied.added.map(sentenceOf));
    return { ...paired, forGood: paired.added.filter(finding => stays.has(sentenceOf(finding))) };
  }

  run(): void {
    do this.correctAll(); while (this.takeBackHarm());
  }

  private correctAll(): void {
    const limit = ROUNDS + this.start.verification.corrections.size;
    for (let round = this.nextRound(); round; round = this.nextRound()) {
      if (this.rounds.length === limit) throw new Error(`corrections come to no end: after ${limit} rounds, ${round.attempts[0].finding.code} is still corrected`);
      const useless = uselessIn(round);
      useless.forEach(attempt => this.takeBack(attempt, 'the correction of its rule does not repair it'));
      if (useless.length === 0) this.rounds = [...this.rounds, round];
    }
  }

  private nextRound(): Round | undefined {
    const before = this.end;
    const { attempts } = offersIn(before, this.limits);
    return attempts.length > 0 ? { before, attempts, after: before.edited(attempts) } : undefined;
  }

  /** Goes back to the first round that did harm, without the corrections that did it; false where none did. */
  private takeBackHarm(): boolean {
    const { pairs, forGood: added } = this.outcome();
    const reworded = pairs.filter(({ before, after }) => sentenceOf(before) !== sentenceOf(after));
    const stays = new Set(reworded.map(({ before }) => sentenceOf(before)));
    const harmful = this.rounds.findIndex((round, i) =>
      round.attempts.some(({ finding }) => stays.has(sentenceOf(finding))) || added.some(finding => roundThatBrought(finding, this.rounds) === i));
    if (harmful < 0) return false;
    const round = this.rounds[harmful];
    for (const attempt of round.attempts.filter(({ finding }) => stays.has(sentenceOf(finding)))) {
      this.takeBack(attempt, 'after the correction of its rule it is there in other words');
    }
    for (const { attempt, brings } of culpritsOf(round, added.filter(finding => roundThatBrought(finding, this.rounds) === harmful))) {
      const { code, message, position } = brings;
      this.takeBack(attempt, `correcting it would bring ${code} at ${position.file}:${position.line}: ${message}`);
    }
    this.rounds = this.rounds.slice(0, harmful);
    return true;
  }

  private takeBack({ finding }: Attempt, reason: string): void {
    this.takenBack.set(sentenceOf(finding), reason);
  }
}

/** The corrections whose findings are still there although they were made. */
function uselessIn({ before, attempts, after }: Round): Attempt[] {
  const corrected = attempts.map(({ finding }) => finding);
  return attempts.filter(({ finding }) => {
    const said = sentenceOf(finding);
    return timesSaid(said, after.verification.findings) > timesSaid(said, before.verification.findings) - timesSaid(said, corrected);
  });
}
