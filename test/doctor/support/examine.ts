import { FakeKubectl, World } from './fake-kubectl';
import { NOW } from './objects';
import { CheckResult, CHECKS, diagnose, DiagnoseOptions, Examination, NamedWorkload, Where } from '../../../src/doctor';
import { examine } from '../../../src/doctor/examine';
import { findClients } from '../../../src/doctor/find-clients';
import { LiveCluster } from '../../../src/doctor/live';

/** How a test asks. */
export interface Asked extends Partial<DiagnoseOptions> {
  readonly workloads?: readonly NamedWorkload[];
  readonly where?: Where;
  readonly kubectl?: FakeKubectl;
  readonly sleep?: (seconds: number) => Promise<void>;
}

/** A clock that only sleep moves, as a test has it. */
function clockOf(sleep: Asked['sleep']): { now: () => Date; sleep: (seconds: number) => Promise<void> } {
  let slept = 0;
  return {
    now: () => new Date(NOW.getTime() + slept * 1000),
    sleep: (seconds) => {
      slept += seconds;
      return sleep?.(seconds) ?? Promise.resolve();
    },
  };
}

const TICKER = [{ kind: 'Deployment', name: 'ticker' }];

/** The whole examination of `ticker`. */
export async function examined(world: World, { workloads = TICKER, where = { namespace: 'shop' }, kubectl = new FakeKubectl(world), sleep, ...options }: Asked = {}): Promise<Examination> {
  const { examinations: [first] } = await diagnose({ workloads, where }, kubectl, { zone: 'cluster.local', timeoutSeconds: 10, waitSeconds: 0, failOn: 'failed', ...options }, clockOf(sleep));
  return first;
}

/** What one check finds, without the others. */
export async function checked(id: string, world: World, { workloads = TICKER, where = { namespace: 'shop' }, kubectl = new FakeKubectl(world), sleep, ...options }: Asked = {}): Promise<CheckResult> {
  const cluster = new LiveCluster(kubectl, 10);
  const { clients: [client] } = await findClients({ workloads, where }, cluster.watched(new Set()), { zone: 'cluster.local', ...options });
  const around = clockOf(sleep);
  const { results } = await examine(client, cluster, {
    zone: 'cluster.local', now: NOW, clock: around.now, sleep: around.sleep, probe: options.probe, checks: CHECKS.filter(check => check.id === id),
  });
  return results[0];
}
