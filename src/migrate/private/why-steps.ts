import { Facts, Need } from '../../verify';
import { Migration } from '../migration';
import { PlanStep } from '../plan-step';

/** How many connections are named one by one. */
const NAMED = 5;

/** How to see in the files that a workload reaches now what it did not reach before. */
export function whySteps({ before, after }: Migration, inputs: readonly string[]): PlanStep[] {
  const old = new Set(reached(before.facts));
  const opened = [...new Set(reached(after.facts))].filter(connection => !old.has(connection));
  const steps = opened.slice(0, NAMED).map((connection): PlanStep => {
    const [title, endpoint] = connection.split('\n');
    return { command: ['petrosa-nats', 'why', title, endpoint, ...inputs], note: `${title} reaches ${endpoint} now`, isOffline: true };
  });
  return opened.length > NAMED ? [...steps, { note: `and ${opened.length - NAMED} more connections` }] : steps;
}

/** The connections that are needed and allowed. */
function reached(facts: Facts): string[] {
  return facts.needs.filter(hasHost).filter(need => need.workload.name !== '' && facts.answer(need).verdict === 'allowed').map(need => `${need.workload.title}\n${endpointOf(need)}`);
}

function hasHost(need: Need): need is Need & { readonly host: string } {
  return need.host !== undefined;
}

function endpointOf({ host, port }: Need & { readonly host: string }): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
