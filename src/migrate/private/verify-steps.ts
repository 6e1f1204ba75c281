import { isRemade } from './apply-steps';
import { targetWords } from './kubectl-words';
import { Rollout } from '../../compare';
import { Workload } from '../../manifest';
import { Facts } from '../../verify';
import { PlanStep } from '../plan-step';

/** What programs log of their connection (rule book §12). */
const LOG_LINES = ['Connected to NATS server', 'Failed to connect to NATS', 'NATS connection lost'];

/** How long a rollout may take before it counts as failed. */
const TIMEOUT = '5m';

/** Kinds of which kubectl can say how a rollout goes. */
const ROLLING = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** How to see that the new values work: rollouts that come to an end, and what NATS clients log. */
export function verifySteps(concerned: readonly Rollout[], facts: Facts): PlanStep[] {
  const rolling = concerned.filter(({ kind, workload }) => (kind === 'restart' || kind === 'rolls') && ROLLING.includes(workload.kind));
  const remade = concerned.filter(({ kind, workload }) => kind === 'recreate' && isRemade(workload));
  const clients = [...rolling, ...remade].map(({ workload }) => workload).filter(workload => usesNats(workload, facts));
  return [
    ...rolling.map(({ workload }) => ({ command: ['kubectl', 'rollout', 'status', ...targetWords(workload), `--timeout=${TIMEOUT}`], note: '' })),
    ...clients.map(workload => ({
      command: ['kubectl', 'logs', ...targetWords(workload), '--all-containers', '--since=10m', '--tail=-1'],
      note: `look for: ${LOG_LINES[0]}`,
      lookFor: LOG_LINES.join('|'),
    })),
  ];
}

function usesNats({ containers }: Workload, facts: Facts): boolean {
  return containers.some(container => facts.variables(container).some(({ name, value }) => /nats/i.test(name) || /^(?:nats|tls):\/\//.test(value ?? '')));
}
