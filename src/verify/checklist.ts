import { connectionCheck } from './checklist/connection-check';
import { documented } from './checklist/documented';
import { logAlerts } from './checklist/log-alerts';
import { natsClients, unknownServers } from './checklist/nats-clients';
import { natsPolicies } from './checklist/nats-policies';
import { Undecided, undecidable } from './checklist/undecided';
import { Facts } from './facts/facts';
import { Finding } from './finding';
import { ChecklistNumber, Rule } from './rule';
import { RULES } from './rules';
import { Verification } from './verification';

/** An item of the rule book's checklist (§10), decided. */
export interface ChecklistItem {
  readonly number: ChecklistNumber;

  /** What is demanded. */
  readonly title: string;

  /** Undecidable where the manifests do not say. */
  readonly status: 'passed' | 'failed' | 'undecidable';

  /** The findings that fail it. */
  readonly findings: readonly Finding[];

  /**
   * Why it is not passed, beside the findings: a sentence without a full stop.
   * @default - the findings say it
   */
  readonly reason?: string;
}

/** What an item demands, and what else than findings keeps it from being passed. */
interface ItemProps {
  readonly number: ChecklistNumber;
  readonly title: string;
  readonly decide: (facts: Facts) => Undecided | undefined;
}

const ITEMS: readonly ItemProps[] = [
  { number: 1, title: 'NATS is reached by the name of a Service, not by an external IP address', decide: unknownServers },
  { number: 2, title: 'the NATS configuration stands in ConfigMaps, not in the workloads', decide: () => undefined },
  { number: 3, title: 'all applications use the same Service name', decide: unknownServers },
  { number: 4, title: 'the connection is tested before a deployment to production', decide: connectionCheck },
  { number: 5, title: 'the health of the connection is monitored in the logs', decide: logAlerts },
  { number: 6, title: 'network policies secure the traffic of NATS', decide: natsPolicies },
  { number: 7, title: 'the NATS dependencies of each workload are documented', decide: documented },
];

/** The rule book's checklist (§10), item by item. Suppressed findings fail none, and neither does what is about other servers than NATS. */
export function checklist({ findings }: Pick<Verification, 'findings'>, facts: Facts, rules: readonly Rule[] = RULES): ChecklistItem[] {
  const itemOf = new Map(rules.map(rule => [rule.code, rule.checklist]));
  const nobody = natsClients(facts).length === 0 ? undecidable('no workload is known to connect to NATS') : undefined;
  return ITEMS.map(({ number, title, decide }) => {
    const failing = findings.filter(({ code, concerns }) => itemOf.get(code) === number && (concerns?.includes('NATS') ?? true));
    const undecided = nobody ?? decide(facts);
    if (failing.length === 0) return { number, title, status: undecided?.status ?? 'passed', findings: [], reason: undecided?.reason };
    return { number, title, status: 'failed', findings: failing, reason: undecided?.status === 'failed' ? undecided.reason : undefined };
  });
}
