import { isRemade } from './apply-steps';
import { targetWords } from './kubectl-words';
import { Kustomizations } from './kustomizations';
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
export function verifySteps(concerned: readonly Rollout[], facts: Facts, kustomizations: Kustomizations): PlanStep[] {
  const rolling = concerned.filter(({ kind, workload }) => (kind === 'restart' || kind === 'rolls') && ROLLING.includes(workload.kind));
  const remade = concerned.filter(({ kind, workload }) => kind === 'recreate' && isRemade(workload));
  const hasOneName = ({ workload }: Rollout): boolean => kustomizations.targetsOf(workload.object).length === 1;
  const named = [...rolling, ...remade].filter(hasOneName);
  const others = [...rolling, ...remade].filter(each => !hasOneName(each));
  const words = ({ workload }: Rollout): string[] => targetWords(kustomizations.targetsOf(workload.object)[0]);
  const clients = named.filter(({ workload }) => usesNats(workload, facts));
  return [
    ...named.filter(each => rolling.includes(each)).map(each => ({ command: ['kubectl', 'rollout', 'status', ...words(each), `--timeout=${TIMEOUT}`], note: '' })),
    ...clients.map(each => ({
      command: ['kubectl', 'logs', ...words(each), '--all-containers', '--since=10m', '--tail=-1'],
      note: `look for: ${LOG_LINES[0]}`,
      lookFor: LOG_LINES.join('|'),
    })),
    ...others.map(({ workload: { object, title } }) => ({
      note: `look at the pods of ${title} by the name that the applied one of ${kustomizations.foldersOf(object.document.file).join(', ')} gives it`,
    })),
  ];
}

function usesNats({ containers }: Workload, facts: Facts): boolean {
  return containers.some(container => facts.variables(container).some(({ name, value }) => /nats/i.test(name) || /^(?:nats|tls):\/\//.test(value ?? '')));
}
