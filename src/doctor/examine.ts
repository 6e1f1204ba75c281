import { Check, CheckOptions, Outcome } from './check';
import { CHECKS } from './checks';
import { Client } from './client';
import { LiveCluster } from './live';
import { describeTrouble, hintFor, isLasting, Unavailable } from './trouble';

/** A check and how it ended. */
export interface CheckResult extends Outcome, Pick<Check, 'id' | 'category' | 'title'> {
  /** The commands that it ran, each with its arguments. */
  readonly commands: readonly (readonly string[])[];

  /** The check that failed and without which this one says nothing. */
  readonly blockedBy?: string;
}

/** A client and what its checks found, in their order. */
export interface Examination {
  readonly client: Client;
  readonly results: readonly CheckResult[];
}

/** What an examination is made with. */
export interface ExamineOptions extends CheckOptions {
  /** @default - all */
  readonly checks?: readonly Check[];
}

/** Runs the checks of a client. One that fails keeps none from running but those that build on it. */
export async function examine(client: Client, cluster: LiveCluster, { checks = CHECKS, ...options }: ExamineOptions): Promise<Examination> {
  const running = new Map<string, Promise<CheckResult>>();
  for (const check of checks) {
    const needed = (check.needs ?? []).flatMap(id => running.get(id) ?? []);
    running.set(check.id, Promise.all(needed).then(results => runOne(check, results, client, cluster, options)));
  }
  const ended = await Promise.allSettled(running.values());
  // What was made is removed before an error ends the run; one that says something outweighs the others.
  const errors = ended.flatMap(one => one.status === 'rejected' ? [one.reason as Error] : []);
  if (errors.length > 0) throw errors.find(({ message }) => message !== '') ?? errors[0];
  return { client, results: ended.flatMap(one => one.status === 'fulfilled' ? [one.value] : []) };
}

async function runOne(
  check: Check, needed: readonly CheckResult[], client: Client, cluster: LiveCluster, options: CheckOptions,
): Promise<CheckResult> {
  const { id, category, title } = check;
  const failed = needed.map(({ id: other, status, blockedBy }) => status === 'failed' ? other : blockedBy).find(other => other !== undefined);
  if (failed !== undefined) return { id, category, title, status: 'skipped', detail: `not checked, since ${failed} failed`, blockedBy: failed, commands: [] };
  const commands = new Set<string>();
  const outcome = await outcomeOf(check, client, cluster, commands, options);
  return { id, category, title, ...outcome, commands: [...commands].map(words => JSON.parse(words) as string[]) };
}

async function outcomeOf(check: Check, client: Client, cluster: LiveCluster, commands: Set<string>, options: CheckOptions): Promise<Outcome> {
  try {
    const outcome = await check.run({ client, live: cluster.watched(commands), options });
    // What a check says itself it has seen; only what kept it from seeing may pass.
    return outcome.status === 'unchecked' ? { ...outcome, lasting: true } : outcome;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    const { trouble } = error;
    return { status: 'unchecked', detail: describeTrouble(trouble), hint: hintFor(trouble), lasting: isLasting(trouble) };
  }
}
