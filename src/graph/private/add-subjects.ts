import { GraphParts } from './graph-parts';
import { subjectNode, workloadNode } from './nodes';
import { credentialIn } from '../../address/private/credentials';
import { append, Workload } from '../../manifest';
import { Answer, Verdict } from '../../reachability';
import { SubjectIndex } from '../../subject/private/subject-index';
import { isWildcard } from '../../subject/private/tokens';
import { Facts, Need } from '../../verify';
import { isQueueGroupName } from '../../verify/rules/private/queue-group';
import { statedSubjects } from '../../verify/rules/private/stated-subjects';
import { GraphEdge } from '../graph';

/** Adds who publishes and subscribes to what. Messages pass where the workload reaches its NATS server. */
export function addSubjects(facts: Facts, answers: ReadonlyMap<Need, Answer>, parts: GraphParts): void {
  const connections = natsConnections(answers);
  const published = new Set<string>();
  const patterns = new Set<string>();
  for (const { text, role, name, workloads } of statedSubjects(facts.subjects)) {
    if (credentialIn(name, text) !== undefined) continue;
    for (const workload of workloads) {
      const subject = parts.node(subjectNode(text)).id;
      const client = parts.node(workloadNode(workload)).id;
      const connection = { names: [name], ...connections.get(workload) ?? NO_SERVER };
      if (role === 'publish') parts.edge({ kind: 'publishes', from: client, to: subject, ...connection });
      else parts.edge({ kind: 'delivers', from: subject, to: client, queueGroup: queueGroupOf(workload, facts), ...connection });
      if (role === 'publish') published.add(text);
      else if (text.split('.').some(isWildcard)) patterns.add(text);
    }
  }
  addMatches(published, patterns, parts);
}

function addMatches(published: ReadonlySet<string>, patterns: ReadonlySet<string>, parts: GraphParts): void {
  const index = new SubjectIndex(patterns);
  for (const text of published) {
    for (const pattern of index.overlapping(text)) {
      if (text !== pattern) parts.edge({ kind: 'matches', from: subjectNode(text).id, to: subjectNode(pattern).id, names: [], texts: [] });
    }
  }
}

type Connection = Pick<GraphEdge, 'verdict' | 'decided' | 'texts'>;

const NO_SERVER: Connection = {
  verdict: 'unknown', decided: { by: 'name', reason: 'not-known' }, texts: ['no manifest says which NATS server it uses'],
};

const BEST_FIRST: readonly Verdict[] = ['allowed', 'unknown', 'blocked'];

/** The best connection of each workload to a NATS server: a client needs one of them. */
function natsConnections(answers: ReadonlyMap<Need, Answer>): Map<Workload, Connection> {
  const ofNats = new Map<Workload, Answer[]>();
  for (const [{ what, workload }, answer] of answers) {
    if (what === 'NATS') append(ofNats, workload, answer);
  }
  return new Map([...ofNats].map(([workload, all]) => {
    const [{ verdict, deciding }] = [...all].sort((a, b) => BEST_FIRST.indexOf(a.verdict) - BEST_FIRST.indexOf(b.verdict));
    return [workload, { verdict, decided: { by: deciding.kind, reason: deciding.reason }, texts: [deciding.text] }];
  }));
}

/** The only queue group that the variables of a workload name. */
function queueGroupOf({ containers }: Workload, { variables }: Facts): string | undefined {
  const named = containers.flatMap(container => variables(container)).filter(({ name, value }) =>
    isQueueGroupName(name) && value !== undefined && value.trim() !== '' && credentialIn(name, value) === undefined);
  const groups = new Set(named.map(({ value }) => value!.trim()));
  return groups.size === 1 ? [...groups][0] : undefined;
}
