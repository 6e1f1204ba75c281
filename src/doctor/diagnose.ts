import { CheckOptions, Status } from './check';
import { Client } from './client';
import { CheckResult, examine, Examination } from './examine';
import { ClientOptions, findClients } from './find-clients';
import { Kubectl } from './kubectl';
import { LiveCluster } from './live';
import { Selection } from './selection';

/** What an examination is told. */
export interface DiagnoseOptions extends ClientOptions, Pick<CheckOptions, 'probe'> {
  /** How long each command of kubectl may take. */
  readonly timeoutSeconds: number;

  /** How long checks that fail are repeated. */
  readonly waitSeconds: number;

  /** The mildest status that counts as a failure. */
  readonly failOn: 'failed' | 'warning';
}

/** What goes on around an examination. */
export interface Surroundings {
  readonly now: () => Date;
  readonly sleep: (seconds: number) => Promise<void>;
}

/** Seconds between two rounds. */
const PAUSE = 3;

/**
 * Examines the clients of a selection; what does not pass again and again, as long as something fails and time is left.
 * @throws CannotExamine
 */
export async function diagnose(selection: Selection, kubectl: Kubectl, options: DiagnoseOptions, around: Surroundings): Promise<Examination[]> {
  const end = around.now().getTime() + options.waitSeconds * 1000;
  for (let earlier: Examination[] = []; ;) {
    earlier = await round(selection, kubectl, options, around, earlier);
    if (verdictOf(earlier, options.failOn) === 'ok' || around.now().getTime() + PAUSE * 1000 > end) return earlier;
    await around.sleep(PAUSE);
  }
}

async function round(
  selection: Selection, kubectl: Kubectl, options: DiagnoseOptions, { now, sleep }: Surroundings, before: readonly Examination[],
): Promise<Examination[]> {
  const { probe, zone, server, timeoutSeconds } = options;
  const cluster = new LiveCluster(kubectl, timeoutSeconds);
  const clients = await findClients(selection, cluster.watched(new Set()), { zone, server });
  const examinations: Examination[] = [];
  for (const client of clients) {
    const earlier = before.find(one => keyOf(one.client) === keyOf(client));
    examinations.push(await examine(client, cluster, { probe, zone, now: now(), sleep, earlier }));
  }
  return examinations;
}

function keyOf({ workload, host, port }: Client): string {
  return `${workload.title} ${host}:${port}`;
}

/** The result as a whole: something failed, something could not be checked, or neither. */
export function verdictOf(examinations: readonly Examination[], failOn: DiagnoseOptions['failOn']): 'ok' | 'failed' | 'unchecked' {
  const has = (status: Status): boolean => examinations.some(({ results }) => results.some((result: CheckResult) => result.status === status));
  if (has('failed') || (failOn === 'warning' && has('warning'))) return 'failed';
  return has('unchecked') ? 'unchecked' : 'ok';
}
