import { LivePod } from './pods';
import { someOf } from '../../reachability';
import { Outcome } from '../check';
import { describeTrouble, Trouble, Unavailable } from '../trouble';

/** One that answered. */
export interface Answered<T, R> {
  readonly one: T;
  readonly answer: R;
}

/** One that did not, and why. */
export interface Silent<T> {
  readonly one: T;
  readonly trouble: Trouble;
}

/** What those that were asked say. */
export interface Answers<T, R> {
  readonly answers: readonly Answered<T, R>[];
  readonly silent: readonly Silent<T>[];
}

/** Asks all at the same time; one that does not answer hides no other. */
export async function askEach<T, R>(all: readonly T[], ask: (one: T) => Promise<R>): Promise<Answers<T, R>> {
  const results = await Promise.all(all.map(async (one): Promise<Answered<T, R> | Silent<T>> => {
    try {
      return { one, answer: await ask(one) };
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      return { one, trouble: error.trouble };
    }
  }));
  return { answers: results.filter(result => 'answer' in result), silent: results.filter(result => 'trouble' in result) };
}

/**
 * The same.
 * @throws Unavailable  where nobody answers who was asked
 */
export async function askSome<T, R>(all: readonly T[], ask: (one: T) => Promise<R>): Promise<Answers<T, R>> {
  const result = await askEach(all, ask);
  if (result.answers.length === 0 && result.silent.length > 0) throw new Unavailable(result.silent[0].trouble);
  return result;
}

/** What was found out from the pods that answered, with the others named. */
export function withSilent(outcome: Outcome, silent: readonly Silent<LivePod>[]): Outcome {
  if (silent.length === 0) return outcome;
  const untold = someOf(silent.map(({ one, trouble }) => `pod ${one.name} does not tell: ${describeTrouble(trouble)}`));
  return { ...outcome, status: outcome.status === 'ok' ? 'warning' : outcome.status, detail: outcome.detail === undefined ? untold : `${outcome.detail}; ${untold}` };
}
