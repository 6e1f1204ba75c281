import { CheckOptions, Status } from './check';
import { examine, Examination } from './examine';
import { ClientOptions, findClients } from './find-clients';
import { Kubectl } from './kubectl';
import { LiveCluster } from './live';
import { CannotExamine, Selection, Unlisted } from './selection';
import { isLasting } from './trouble';

/** What an examination is told. */
export interface DiagnoseOptions extends ClientOptions, Pick<CheckOptions, 'probe'> {
  /** How long each command of kubectl may take. */
  readonly timeoutSeconds: number;

  /** How long the examination is repeated while something fails. */
  readonly waitSeconds: number;

  /** The mildest status that counts as a failure. */
  readonly failOn: 'failed' | 'warning';
}

/** What goes on around an examination. */
export interface Surroundings {
  readonly now: () => Date;
  readonly sleep: (seconds: number) => Promise<void>;
}

/** What was found of the clients of a selection. */
export interface Diagnosis {
  readonly examinations: readonly Examination[];

  /** Where more clients may stand. */
  readonly unlisted: readonly Unlisted[];
}

/** Seconds between two rounds. */
const PAUSE = 3;

/**
 * Examines the clients of a selection, and all of it again as long as time is left for what may change.
 * @throws CannotExamine
 */
export async function diagnose(selection: Selection, kubectl: Kubectl, options: DiagnoseOptions, around: Surroundings): Promise<Diagnosis> {
  const end = around.now().getTime() + options.waitSeconds * 1000;
  const isTimeUp = (): boolean => around.now().getTime() + PAUSE * 1000 > end;
  for (;;) {
    try {
      const diagnosis = await round(selection, kubectl, options, around);
      if (!mayChange(diagnosis, options.failOn) || isTimeUp()) return diagnosis;
    } catch (error) {
      if (!(error instanceof CannotExamine) || error.lasting || isTimeUp()) throw error;
    }
    await around.sleep(PAUSE);
  }
}

async function round(selection: Selection, kubectl: Kubectl, options: DiagnoseOptions, { now, sleep }: Surroundings): Promise<Diagnosis> {
  const { probe, zone, server, timeoutSeconds } = options;
  const cluster = new LiveCluster(kubectl, timeoutSeconds);
  const { clients, unlisted } = await findClients(selection, cluster.watched(new Set()), { zone, server });
  const examinations: Examination[] = [];
  for (const client of clients) examinations.push(await examine(client, cluster, { probe, zone, now: now(), clock: now, sleep }));
  return { examinations, unlisted };
}

/** Whether the verdict may become better by itself. */
function mayChange(diagnosis: Diagnosis, failOn: DiagnoseOptions['failOn']): boolean {
  if (verdictOf(diagnosis, failOn) === 'failed') return true;
  const { examinations, unlisted } = diagnosis;
  return unlisted.some(({ trouble }) => !isLasting(trouble))
    || examinations.some(({ results }) => results.some(({ status, lasting }) => status === 'unchecked' && !lasting));
}

/** The result as a whole: something failed, something could not be checked, or neither. */
export function verdictOf({ examinations, unlisted }: Diagnosis, failOn: DiagnoseOptions['failOn']): 'ok' | 'failed' | 'unchecked' {
  const has = (status: Status): boolean => examinations.some(({ results }) => results.some(result => result.status === status));
  if (has('failed') || (failOn === 'warning' && has('warning'))) return 'failed';
  return has('unchecked') || unlisted.length > 0 ? 'unchecked' : 'ok';
}
